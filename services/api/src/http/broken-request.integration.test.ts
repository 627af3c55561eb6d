import assert from 'node:assert/strict'
import { once } from 'node:events'
import { ServerResponse } from 'node:http'
import { connect, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { problemSchema } from '@portofino/contract'
import { servedFrame } from './served-frame.ts'
import type { ServedFrame } from './served-frame.ts'

async function connected({ port }: ServedFrame, bytes: string, options: { allowHalfOpen?: boolean } = {}): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', ...options })
  await once(socket, 'connect')
  socket.write(bytes.replaceAll('HOST', `localhost:${port}`))
  return socket
}

const post = 'POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n'
const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: HOST\r\n\r\n`

describe('a connection whose request is broken', () => {
  test('is let go of though the client never closes its side', async () => {
    await using frame = await servedFrame({ patience: { headersMs: 200, requestMs: 400 } })
    const broken = [get('/whence').slice(0, -2), `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 'hello\r\n\r\n']
    for (const bytes of broken) {
      const accepted = once(frame.server, 'connection')
      const socket = await connected(frame, bytes, { allowHalfOpen: true })
      assert.match(await text(socket), /^HTTP\/1\.1 4(00|08|31) /)
      const [served]: unknown[] = await accepted
      assert.ok(served instanceof Socket)
      if (!served.closed) await once(served, 'close')
      assert.equal(socket.writable, true)
      socket.destroy()
    }
  })

  test('is answered with the headers of every reply, and its id stands in the log', async () => {
    await using frame = await servedFrame()
    const reply = await text(await connected(frame, 'hello\r\n\r\n'))
    const [head = '', body = ''] = reply.split('\r\n\r\n')
    const problem = problemSchema.parse(JSON.parse(body))
    const headers = new Map(head.split('\r\n').map((line) => line.toLowerCase().split(': ') as [string, string]))
    assert.equal(headers.get('x-request-id'), problem.request_id)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/)
    const line = frame.lines.map((each) => JSON.parse(each)).find((each) => each.request_id === problem.request_id)
    assert.deepEqual([line.code, line.status_code, line.level], ['malformed_request', 400, 'info'])
  })

  test('is never answered twice', async () => {
    await using frame = await servedFrame({ patience: { headersMs: 200, requestMs: 300 } })
    const answers = async (bytes: string): Promise<string[]> =>
      Array.from((await text(await connected(frame, bytes))).matchAll(/^HTTP\/1\.1 (\d+)/gm), ([, status = '']) => status)
    const [slow, early, behind] = await Promise.all([
      answers(`${post}Content-Length: 500\r\n\r\n{`),
      answers(`${post.replace('/echo', '/refused')}Content-Length: 500\r\n\r\n{`),
      answers(`${get('/never')}hello\r\n\r\n`),
    ])
    assert.deepEqual(slow, ['408'])
    assert.deepEqual(early, ['403'])
    // What is broken stands behind a request that is not answered yet: its answer must not be taken for that one's.
    assert.deepEqual(behind, [])
  })
})

test('a request that ends in the midst of its body is no fault of ours, and is over', async () => {
  await using frame = await servedFrame()
  const socket = await connected(frame, `${post}Content-Length: 500\r\n\r\n{`)
  const [, response]: unknown[] = await once(frame.server, 'request')
  assert.ok(response instanceof ServerResponse)
  const closed = once(response, 'close')
  socket.resetAndDestroy()
  await closed
  await frame.close()
  assert.equal((await frame.meters.httpInFlight.get()).values[0]?.value, 0)
  assert.doesNotMatch(frame.lines.join(''), /"level":"error"/)
})
