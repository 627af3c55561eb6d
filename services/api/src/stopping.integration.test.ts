import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openDatabase } from '@portofino/database'
import { callerOf } from './trial/caller.ts'
import { persistentClient } from './trial/persistent-client.ts'
import { startedProcess, type StartedProcess } from './trial/started-process.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-stopping-'))
after(async () => rm(root, { recursive: true }))
/** Twenty of these take a second and more. */
const longCommand = `${'AAPL AMD BAC BBY CVX GE HD JNJ JPM KO LLY MRK MSFT PEP PFE PG RRC UNH WMT XOM'.replaceAll(/\S+/g, '$&-L-5%')} 1990-01-01 2022-12-28 rebalance=daily`
const account = { email: 'ann@example.com', password: 'seven geese fly south' }

async function signedIn({ url }: StartedProcess) {
  const caller = callerOf(url)
  await caller.call('POST', '/auth/register', { json: account })
  const token: string = (await caller.call('POST', '/auth/login', { json: account })).body.access_token
  return { caller, token }
}

/** Resolves when the server says that it stops. */
async function stopping({ child }: StartedProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  child.stderr?.on('data', (text: Buffer) => {
    if (text.includes('the server stops')) resolve()
  })
  return promise
}

describe('SIGTERM amid runs', () => {
  test('hands them back within ten seconds, closes sockets with 1001, and the next start ends each once', async () => {
    const folder = join(root, 'runs')
    const server = await startedProcess(folder)
    const { caller, token } = await signedIn(server)
    const client = persistentClient(caller, token, longCommand)
    await Promise.all(Array.from({ length: 20 }, async () => client.until('accepted')))
    const waiting = caller.open(`/ws/simulations/${client.accepted.at(-1)}`, token)
    const closed = once(waiting, 'close')
    await once(waiting, 'message')
    const began = performance.now()
    assert.equal(await server.end('SIGTERM'), 0)
    assert.ok(performance.now() - began < 10_000)
    assert.equal((await closed)[0], 1001)
    const next = await startedProcess(folder)
    const { caller: again, token: fresh } = await signedIn(next)
    const { accepted } = client
    for (const taskId of accepted) {
      const { messages } = await again.listen(`/ws/simulations/${taskId}?after=0`, { token: fresh })
      assert.equal(messages.filter(({ status }) => status === 'done').length, 1)
    }
    assert.equal(await next.end('SIGTERM'), 0)
  })
})

describe('a second signal', () => {
  for (const [first, second] of [
    ['SIGTERM', 'SIGINT'],
    ['SIGINT', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
  ] as const) {
    test(`${second} after ${first} ends at once what a slow request would keep`, async () => {
      const folder = join(root, `${first}-${second}`)
      const server = await startedProcess(folder)
      const { port } = new URL(server.url)
      const slow = connect(Number(port), '127.0.0.1')
      slow.on('error', () => undefined)
      const head = ['POST /auth/register HTTP/1.1', `Host: localhost:${port}`, 'Content-Type: application/json']
      slow.write([...head, 'Content-Length: 100', '', '{'].join('\r\n'))
      const { call } = callerOf(server.url)
      // The request for the figures counts itself.
      while (!/^portofino_http_requests_in_flight 2$/m.test((await call('GET', '/metrics')).text));
      server.child.kill(first)
      await stopping(server)
      const began = performance.now()
      assert.equal(await server.end(second), null)
      assert.equal(server.child.signalCode, second)
      assert.ok(performance.now() - began < 2000)
      // It left the database to whoever comes next.
      const next = await openDatabase({ dataDirectory: folder, applicationName: 'test' })
      assert.equal(await next.isReachable(), true)
      await next[Symbol.asyncDispose]()
    })
  }
})
