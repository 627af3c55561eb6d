import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { problemSchema } from '@portofino/contract'
import { servedFrame } from './served-frame.ts'
import type { ServedFrame } from './served-frame.ts'

let frame: ServedFrame
before(async () => {
  frame = await servedFrame()
})
after(() => frame[Symbol.asyncDispose]())

/** The raw answer to raw bytes; the server closes. */
async function raw(bytes: string, { port } = frame): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes.replaceAll('HOST', `localhost:${port}`))
  return text(socket)
}

describe('broken and hostile HTTP', () => {
  const hostile: [string, string, RegExp][] = [
    ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['headers of 20 KiB', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['two lengths', 'POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', /^HTTP\/1\.1 400 /],
    [
      'length and chunks',
      'POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    ['no host', 'GET /whence HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['two hosts', 'GET /whence HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
    [
      'an expectation',
      'GET /whence HTTP/1.1\r\nHost: HOST\r\nExpect: foo\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 417 [\s\S]*nosniff[\s\S]*expectation_failed/,
    ],
    [
      'a method that no address has',
      'QUERY /whence HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 405 [\s\S]*allow: GET, HEAD/,
    ],
    [
      'another host',
      'GET /whence HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      /^HTTP\/1\.1 421 [\s\S]*misdirected_request/,
    ],
    [
      'a tab in Content-Type does not skip the checks',
      'POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\ta\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{"x":1}',
      /^HTTP\/1\.1 4(00|15) /,
    ],
    [
      'a space before the content type does not either',
      'POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Type:  application/json\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{"x":1}',
      /^HTTP\/1\.1 400 /,
    ],
  ]
  for (const [name, bytes, expected] of hostile) {
    test(name, async () => {
      const answer = await raw(bytes)
      assert.match(answer, expected)
      problemSchema.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)))
    })
  }

  test('slow headers, a slow body and a slow answer end with a problem', async () => {
    await using hasty = await servedFrame({ patience: { headersMs: 200, requestMs: 400 } })
    const [headers, body, answer] = await Promise.all([
      raw('GET /whence HTTP/1.1\r\nHost: HOST\r\n', hasty),
      raw('POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{', hasty),
      raw('GET /never HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n', hasty),
    ])
    assert.match(headers, /^HTTP\/1\.1 408 [\s\S]*request_timeout/)
    assert.match(body, /^HTTP\/1\.1 (408|503) [\s\S]*"code":/)
    assert.match(answer, /^HTTP\/1\.1 503 [\s\S]*retry-after[\s\S]*busy/)
  })

  test('forged X-Forwarded headers count for nothing', async () => {
    const forged = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const whence = await (await fetch(`${frame.url}/whence`, { headers: forged })).json()
    assert.deepEqual(whence, { ip: '127.0.0.1', host: `localhost:${frame.port}`, protocol: 'http' })
  })

  test('those of a trusted proxy do count, and only for its own hops', async () => {
    await using proxied = await servedFrame({ trustedProxies: ['127.0.0.1'] })
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' }
    const { ip } = (await (await fetch(`${proxied.url}/whence`, { headers })).json()) as { ip: string }
    assert.equal(ip, '203.0.113.9')
  })

  test('those of a stranger do not count beside a trusted proxy', async () => {
    await using proxied = await servedFrame({ trustedProxies: ['10.0.0.0/8'] })
    const headers = { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const whence = await (await fetch(`${proxied.url}/whence`, { headers })).json()
    assert.deepEqual(whence, { ip: '127.0.0.1', host: `localhost:${proxied.port}`, protocol: 'http' })
  })
})
