import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { problemSchema } from '@portofino/contract'
import { servedFrame } from './served-frame.ts'
import type { ServedFrame } from './served-frame.ts'

let frame: ServedFrame
before(async () => {
  frame = await servedFrame({ allowedOrigins: ['https://app.example.org'] })
})
after(() => frame[Symbol.asyncDispose]())

const json = { 'content-type': 'application/json' }

interface Refused {
  name: string
  request: RequestInit & { path?: string }
  status: number
  code: string
  says: RegExp
}

const deep = `{"text":${'['.repeat(40)}${']'.repeat(40)}}`
const post = (body: string, headers: Record<string, string> = json): RequestInit => ({ method: 'POST', body, headers })

const refused: Refused[] = [
  { name: 'no JSON', request: post('{'), status: 400, code: 'malformed_json', says: /not valid JSON/ },
  { name: 'an empty body', request: post(''), status: 400, code: 'malformed_json', says: /empty/ },
  { name: 'a list', request: post('[]'), status: 400, code: 'invalid_request', says: /expected an object/ },
  { name: 'a missing field', request: post('{}'), status: 400, code: 'invalid_request', says: /^text: is missing/ },
  { name: 'a wrong type', request: post('{"text":5}'), status: 400, code: 'invalid_request', says: /^text: expected a text/ },
  {
    name: 'an unknown field',
    request: post('{"text":"","x":1}'),
    status: 400,
    code: 'invalid_request',
    says: /^x: is not a field/,
  },
  { name: 'deep JSON', request: post(deep), status: 400, code: 'invalid_request', says: /32 levels/ },
  { name: '__proto__', request: post('{"text":"","__proto__":{}}'), status: 400, code: 'invalid_request', says: /__proto__/ },
  { name: 'constructor', request: post('{"constructor":{}}'), status: 400, code: 'invalid_request', says: /constructor/ },
  { name: '1 MB', request: post(`{"text":"${'x'.repeat(1 << 20)}"}`), status: 413, code: 'body_too_large', says: /64 KiB/ },
  {
    name: 'a form',
    request: post('text=a', { 'content-type': 'application/x-www-form-urlencoded' }),
    status: 415,
    code: 'unsupported_media_type',
    says: /application\/json/,
  },
  {
    name: 'plain text',
    request: post('{"text":""}', { 'content-type': 'text/plain' }),
    status: 415,
    code: 'unsupported_media_type',
    says: /json/,
  },
  { name: 'an unknown address', request: { path: '/nothing' }, status: 404, code: 'not_found', says: /\/docs/ },
  { name: 'a broken escape', request: { path: '/%zz' }, status: 400, code: 'malformed_request', says: /escape/ },
  { name: 'another method', request: { method: 'DELETE' }, status: 405, code: 'method_not_allowed', says: /use POST/ },
  {
    name: 'a foreign origin',
    request: post('{"text":""}', { ...json, origin: 'https://evil.example' }),
    status: 403,
    code: 'origin_refused',
    says: /origin/,
  },
  {
    name: 'an origin of null',
    request: post('{"text":""}', { ...json, origin: 'null' }),
    status: 403,
    code: 'origin_refused',
    says: /origin/,
  },
]

describe('every refusal is a problem document that helps', () => {
  for (const { name, request, status, code, says } of refused) {
    test(name, async () => {
      const { path = '/echo', ...rest } = request
      const reply = await fetch(`${frame.url}${path}`, rest)
      const problem = problemSchema.parse(await reply.json())
      assert.deepEqual([reply.status, problem.status, problem.code], [status, status, code])
      assert.match(problem.detail, says)
      assert.equal(reply.headers.get('content-type'), 'application/problem+json')
      assert.equal(reply.headers.get('x-request-id') ?? problem.request_id, problem.request_id)
    })
  }

  test('a fault of ours tells nothing, and is logged once with the request id', async () => {
    const reply = await fetch(`${frame.url}/failure`)
    const body = await reply.text()
    assert.equal(reply.status, 500)
    assert.doesNotMatch(body, /canary|select|\/var|\.ts/)
    const logged = frame.lines.filter((line) => line.includes('canary'))
    assert.equal(logged.length, 1)
    assert.equal(JSON.parse(logged[0]!).request_id, JSON.parse(body).request_id)
  })

  test('a method that another route of the address has is named', async () => {
    const reply = await fetch(`${frame.url}/whence`, { method: 'PUT' })
    assert.deepEqual([reply.status, reply.headers.get('allow')], [405, 'GET, HEAD'])
  })
})

describe('what every reply carries', () => {
  test('a policy that lets pages load nothing of others', async () => {
    const { headers } = await fetch(`${frame.url}/whence`)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /^default-src 'none'; /)
    assert.doesNotMatch(policy, /unsafe|https:|\*/)
    const expected = {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    }
    for (const [name, value] of Object.entries(expected)) assert.equal(headers.get(name), value)
    assert.ok(headers.get('permissions-policy'))
    assert.equal(headers.get('strict-transport-security'), null)
    assert.equal(headers.get('x-powered-by') ?? headers.get('server'), null)
  })

  test('HSTS where the public address is https', async () => {
    await using secure = await servedFrame({ publicUrl: 'https://portofino.example.org' })
    const { headers } = await fetch(`http://localhost:${secure.port}/whence`)
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/)
  })

  test('no-store where somebody is signed in', async () => {
    const { headers } = await fetch(`${frame.url}/whence`, { headers: { authorization: 'Bearer x' } })
    assert.equal(headers.get('cache-control'), 'no-store')
  })
})

describe('pages of other origins', () => {
  const origin = 'https://app.example.org'

  test('a listed one may ask and read, with credentials', async () => {
    const { headers, status } = await fetch(`${frame.url}/whence`, { headers: { origin } })
    assert.deepEqual(
      [status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')],
      [200, origin, 'true'],
    )
    assert.match(headers.get('vary') ?? '', /origin/)
  })

  test('its preflight is answered', async () => {
    const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    const reply = await fetch(`${frame.url}/echo`, { method: 'OPTIONS', headers })
    assert.equal(reply.status, 204)
    assert.match(reply.headers.get('access-control-allow-headers') ?? '', /authorization/)
  })

  test('one that only looks like it may not', async () => {
    for (const other of [`${origin}.evil.example`, 'http://app.example.org', `${origin}:8443`, `${origin}/`]) {
      const { status, headers } = await fetch(`${frame.url}/whence`, { headers: { origin: other } })
      assert.deepEqual([status, headers.get('access-control-allow-origin')], [403, null], other)
    }
  })
})

describe('the log', () => {
  test('has a line a request by its route, without addresses that may hold ids or tokens', async () => {
    await fetch(`${frame.url}/whence?token=canary-in-query`, { headers: { authorization: 'Bearer canary-in-header' } })
    const last = frame.lines.map((line) => JSON.parse(line)).findLast(({ msg }) => msg === 'request')
    assert.deepEqual([last.method, last.route, last.status_code], ['GET', '/whence', 200])
    assert.doesNotMatch(frame.lines.join(''), /canary-in/)
  })
})
