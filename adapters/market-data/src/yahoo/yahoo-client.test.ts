import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { answered, course, faultOf, first, good, second, started, tooMany } from './client-course.ts'
import { inventedRefusal } from './invented-chart.ts'
import { json, replayedFetch } from './replayed-fetch.ts'
import { yahooClient } from './yahoo-client.ts'

describe('429', () => {
  test('without Retry-After is asked again after growing pauses with full jitter, from the other host', async () => {
    const result = await course([
      { address: first, reply: tooMany() },
      { address: second, reply: tooMany() },
      { address: first, reply: json(good) },
    ])
    answered(result)
    assert.deepEqual(result.pauses, [250, 500])
  })

  test('that lasts is rate_limited, with the number of tries', async () => {
    const result = await course([first, second, first, second].map((address) => ({ address, reply: tooMany() })))
    assert.equal(faultOf(result).code, 'rate_limited')
    assert.equal(faultOf(result).retryAfterMs, null)
    assert.match(faultOf(result).message, /asked 4 times/)
    assert.deepEqual(result.pauses, [250, 500, 1000])
  })

  test('with Retry-After in seconds is asked again then', async () => {
    const result = await course([
      { address: first, reply: tooMany({ 'retry-after': '7' }) },
      { address: second, reply: json(good) },
    ])
    answered(result)
    assert.deepEqual(result.pauses, [7000])
  })

  test('with Retry-After as a date is asked again then', async () => {
    const result = await course([
      { address: first, reply: tooMany({ 'retry-after': 'Mon, 08 Jan 2024 12:00:20 GMT' }) },
      { address: second, reply: json(good) },
    ])
    assert.deepEqual(result.pauses, [20_000])
  })

  test('with a Retry-After beyond all patience hands it on at once', async () => {
    const result = await course([{ address: first, reply: tooMany({ 'retry-after': '3600' }) }])
    assert.equal(faultOf(result).code, 'rate_limited')
    assert.equal(faultOf(result).retryAfterMs, 3_600_000)
    assert.match(faultOf(result).message, /try again in 3600 s/)
    assert.deepEqual(result.pauses, [])
  })

  test('in words, with status 200, is the same', async () => {
    for (const words of ['Too Many Requests\r\n', 'Edge: Too Many Requests']) {
      const result = await course([{ address: first, reply: new Response(words) }], { attempts: 1 })
      assert.equal(faultOf(result).code, 'rate_limited')
    }
  })
})

describe('a reply that is no data', () => {
  for (const [kind, body] of [
    ['an error text', 'Will be right back...'],
    ['HTML', '<!DOCTYPE html><html><title>Yahoo</title></html>'],
    ['truncated JSON', JSON.stringify(good).slice(0, 300)],
    ['nothing', ''],
  ] as const) {
    test(`with status 200: ${kind} is malformed, after asking again`, async () => {
      const result = await course(
        [
          { address: first, reply: new Response(body) },
          { address: second, reply: new Response(body) },
        ],
        { attempts: 2 },
      )
      assert.equal(faultOf(result).code, 'malformed')
      assert.match(faultOf(result).message, /which is no JSON/)
    })
  }

  test('may be followed by one that is', async () => {
    answered(
      await course([
        { address: first, reply: new Response('<html>') },
        { address: second, reply: json(good) },
      ]),
    )
  })

  test('is malformed when it is too long or no UTF-8, and not asked for again', async () => {
    const long = await course([{ address: first, reply: new Response(' '.repeat(10_001)) }])
    assert.match(faultOf(long).message, /longer than 10000 bytes/)
    const latin = await course([{ address: first, reply: new Response(Uint8Array.of(0x22, 0xe9, 0x22)) }])
    assert.match(faultOf(latin).message, /no UTF-8/)
    assert.deepEqual([faultOf(long).code, faultOf(latin).code], ['malformed', 'malformed'])
  })

  test('with a status of its own is malformed, a fault of the server unavailable', async () => {
    const teapot = await course([{ address: first, reply: json({ short: 'stout' }, { status: 418 }) }], { attempts: 1 })
    assert.equal(faultOf(teapot).code, 'malformed')
    const broken = await course([{ address: first, reply: json(good, { status: 502 }) }], { attempts: 1 })
    assert.equal(faultOf(broken).code, 'unavailable')
  })

  test('in Yahoo’s own error form is an answer, whatever its status', async () => {
    const refusal = inventedRefusal('Not Found', 'No data found, symbol may be delisted')
    assert.deepEqual((await course([{ address: first, reply: json(refusal, { status: 404 }) }])).outcome, {
      status: 404,
      body: refusal,
    })
  })
})

const leading = (location: string): Response => new Response(null, { status: 302, headers: { location } })

describe('the connection', () => {
  test('that fails is tried again, then unavailable with its cause', async () => {
    const reset = new TypeError('fetch failed')
    answered(
      await course([
        { address: first, reply: reset },
        { address: second, reply: json(good) },
      ]),
    )
    const result = await course([{ address: first, reply: reset }], { attempts: 1 })
    assert.equal(faultOf(result).code, 'unavailable')
    assert.equal(faultOf(result).cause, reset)
  })

  test('is not waited for beyond the total time', async () => {
    const result = await course(
      [
        { address: first, reply: new TypeError('fetch failed') },
        { address: second, reply: new TypeError('fetch failed') },
      ],
      { totalTimeoutMs: 700, random: () => 0.999 },
    )
    assert.equal(result.pauses.length, 1)
  })

  test('follows a redirect to Yahoo’s own hosts only', async () => {
    answered(
      await course([
        { address: first, reply: leading('https://two.example/moved') },
        { address: 'https://two.example/moved', reply: json(good) },
      ]),
    )
    const abroad = await course([{ address: first, reply: leading('https://consent.example/?done=1') }])
    assert.equal(faultOf(abroad).code, 'malformed')
    assert.match(faultOf(abroad).message, /leads to https:\/\/consent.example/)
    const insecure = await course([{ address: first, reply: leading('http://one.example/prices') }])
    assert.match(faultOf(insecure).message, /leads to http:\/\/one.example/)
    const local = await course([{ address: first, reply: leading('file:///etc/passwd') }])
    assert.match(faultOf(local).message, /leads to file:\/\/, which/)
    const nowhere = await course([{ address: first, reply: leading('http://[') }])
    assert.match(faultOf(nowhere).message, /leads to http:\/\/\[, which/)
  })

  test('that leads in a circle is left', async () => {
    const circle = Array.from({ length: 4 }, () => ({ address: first, reply: leading(first) }))
    assert.match(faultOf(await course(circle)).message, /more than 3 times/)
  })
})

test('an aborted caller gets its own reason, between attempts too', async () => {
  const stop = new AbortController()
  const reason = new Error('the person pressed Ctrl-C')
  const replay = replayedFetch([{ address: first, reply: tooMany() }])
  const ask = yahooClient({
    fetch: replay.fetch,
    now: () => started,
    random: () => 0,
    wait: async () => stop.abort(reason),
    origins: ['https://one.example'],
    cookieAddress: 'https://cookie.example/',
    attemptTimeoutMs: 1000,
    totalTimeoutMs: 1000,
    attempts: 4,
    maxBytes: 1000,
  })
  await assert.rejects(ask({ path: '/prices?days=9', symbol: null, signal: stop.signal }), reason)
  replay.finish()
})
