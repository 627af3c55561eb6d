import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answered, course, faultOf, first, good } from './client-course.ts'
import type { Exchange } from './replayed-fetch.ts'
import { json } from './replayed-fetch.ts'

const expired = (): Response =>
  json({ finance: { result: null, error: { code: 'Unauthorized', description: 'Invalid Crumb' } } }, { status: 401 })

describe('an expired session', () => {
  const cookies = new Headers([
    ['set-cookie', 'A3=rocket; Expires=Wed, 10 Jun 2026 01:56:13 GMT; Domain=.example; Secure'],
    ['set-cookie', 'B=1; Path=/'],
  ])
  const renewal = (reply: Response): Exchange[] => [
    { address: 'https://cookie.example/', cookie: null, reply: new Response('', { status: 404, headers: cookies }) },
    { address: 'https://one.example/v1/test/getcrumb', cookie: 'A3=rocket; B=1', reply },
  ]
  const withCrumb = `${first}&crumb=x%2Fy.Z1`

  test('is renewed once and the request repeated with it', async () => {
    answered(
      await course([
        { address: first, cookie: null, reply: expired() },
        ...renewal(new Response('x/y.Z1')),
        { address: withCrumb, cookie: 'A3=rocket; B=1', reply: json(good) },
      ]),
    )
  })

  test('is unauthorized when the fresh one is refused as well, without further tries', async () => {
    const result = await course([
      { address: first, reply: expired() },
      ...renewal(new Response('x/y.Z1')),
      { address: withCrumb, reply: expired() },
    ])
    assert.equal(faultOf(result).code, 'unauthorized')
  })

  test('is noticed when Yahoo says so with status 200', async () => {
    const body = { finance: { result: null, error: { code: 'Unauthorized', description: 'Invalid Cookie' } } }
    answered(
      await course([
        { address: first, reply: json(body) },
        ...renewal(new Response('x/y.Z1')),
        { address: withCrumb, reply: json(good) },
      ]),
    )
  })

  test('is not renewed with words that are no crumb', async () => {
    const html = await course([{ address: first, reply: expired() }, ...renewal(new Response('<html>'))])
    assert.equal(faultOf(html).code, 'unauthorized')
    const limited = await course([{ address: first, reply: expired() }, ...renewal(new Response('Too Many Requests\r\n'))], {
      attempts: 1,
    })
    assert.equal(faultOf(limited).code, 'rate_limited')
    const bare = await course([
      { address: first, reply: expired() },
      { address: 'https://cookie.example/', reply: new Response('') },
    ])
    assert.match(faultOf(bare).message, /no cookie/)
  })

  test('403 is unauthorized at once', async () => {
    const result = await course([{ address: first, reply: new Response('Forbidden', { status: 403 }) }])
    assert.equal(faultOf(result).code, 'unauthorized')
  })
})
