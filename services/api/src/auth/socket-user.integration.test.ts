import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { createLogger, createMeters } from '@portofino/telemetry'
import { WebSocket } from 'ws'
import { serveTaskSockets } from '../sockets/task-sockets.ts'
import { accountsUnderTest, publicUrl } from './accounts-under-test.ts'
import type { TestedAccounts } from './accounts-under-test.ts'
import { authenticateSocket } from './socket-user.ts'

const email = 'ann@example.com'
const taskId = '11111111-1111-4111-8111-111111111111'
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

/** A task that never says anything. */
function silence(signal: AbortSignal): AsyncIterable<never> {
  const next = async (): Promise<IteratorResult<never>> => {
    if (!signal.aborted) await once(signal, 'abort')
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

async function serveSockets(app: TestedAccounts['app']): Promise<void> {
  await serveTaskSockets(app, {
    authenticate: authenticateSocket,
    follow: async (_task, signal) => silence(signal),
    meters: createMeters(),
    logger: createLogger({ level: 'silent', name: 'test' }),
    limitPerUser: 100,
    heartbeatMs: 60_000,
  })
}

const both = (ticket: string): string[] => ['portofino.v1', `ticket.${ticket}`]
const closing = async (socket: WebSocket): Promise<number> => (await once(socket, 'close'))[0]

describe('a socket', () => {
  let accounts: TestedAccounts
  let other: TestedAccounts
  let address = ''

  before(async () => {
    accounts = await accountsUnderTest({ routes: serveSockets })
    other = await accountsUnderTest({ database: accounts.database })
    await accounts.register(email)
    await accounts.app.listen({ host: '127.0.0.1', port: 0 })
    address = `ws://127.0.0.1:${(accounts.app.server.address() as AddressInfo).port}/ws/simulations/${taskId}`
  })
  after(async () => {
    await other[Symbol.asyncDispose]()
    await accounts[Symbol.asyncDispose]()
  })

  const open = (protocols: string[], headers: Record<string, string> = {}, query = ''): WebSocket =>
    new WebSocket(address + query, protocols, { headers: { host: 'localhost:8000', ...headers } })
  const ticketOf = async (token: string, origin = publicUrl): Promise<string> =>
    (await accounts.post('/auth/ws-ticket', {}, { headers: { authorization: `Bearer ${token}`, origin } })).json().ticket

  test('opens by a ticket, once, and selects only the protocol beside it', async () => {
    const { access_token: token } = await accounts.login(email)
    const ticket = await ticketOf(token)
    const socket = open(['portofino.v1', `ticket.${ticket}`], { origin: publicUrl })
    await once(socket, 'open')
    assert.equal(socket.protocol, 'portofino.v1')
    assert.equal(await closing(open(['portofino.v1', `ticket.${ticket}`], { origin: publicUrl })), 4401)
    socket.terminate()
  })

  test('opens by Authorization, also of an API token for reading', async () => {
    const { access_token: token } = await accounts.login(email)
    const { token: secret } = (await accounts.post('/auth/tokens', { name: 'x', scope: 'read' }, bearer(token))).json()
    for (const each of [token, secret]) {
      const socket = open([], { authorization: `Bearer ${each}` })
      await once(socket, 'open')
      socket.terminate()
    }
  })

  test('is refused to a ticket of another page, without its protocol, of the past, or made up', async () => {
    const { access_token: token } = await accounts.login(email)
    const refused = async (protocols: (ticket: string) => string[], headers: Record<string, string>): Promise<void> =>
      assert.equal(await closing(open(protocols(await ticketOf(token)), headers)), 4401)
    await refused(both, { origin: 'http://127.0.0.1:8000' })
    await refused(both, {})
    const [fault] = await once(open([`ticket.${await ticketOf(token)}`], { origin: publicUrl }), 'error')
    assert.match(String(fault), /no subprotocol/)
    await refused(() => both('x'.repeat(43)), { origin: publicUrl })
    await refused(() => ['portofino.v1'], { origin: publicUrl })
    await refused(() => both(token.slice(0, 43)), { origin: publicUrl })
    const late = await ticketOf(token)
    accounts.pass(31_000)
    assert.equal(await closing(open(both(late), { origin: publicUrl })), 4401)
    accounts.pass(-31_000)
  })

  test('is refused to a ticket whose session has ended, and to a token in the address', async () => {
    const { access_token: token, refresh_token: refresh } = await accounts.login(email)
    assert.equal(await closing(open([], {}, `?token=${token}`)), 4401)
    const ticket = await ticketOf(token)
    await accounts.post('/auth/logout', { refresh_token: refresh })
    assert.equal(await closing(open(['portofino.v1', `ticket.${ticket}`], { origin: publicUrl })), 4401)
  })

  for (const [name, end] of [
    ['signing out', async ({ refresh_token: refresh }) => other.post('/auth/logout', { refresh_token: refresh })],
    [
      'the reuse of a refresh token',
      async ({ refresh_token: refresh }) => {
        await other.post('/auth/refresh', { refresh_token: refresh })
        await other.post('/auth/refresh', { refresh_token: refresh })
      },
    ],
  ] satisfies [string, (tokens: { access_token: string; refresh_token: string }) => Promise<unknown>][]) {
    test(`closes within a second of ${name} at another server of the same database`, async () => {
      const [tokens, others] = [await accounts.login(email), await accounts.login(email)]
      const socket = open([], { authorization: `Bearer ${tokens.access_token}` })
      const bystander = open([], { authorization: `Bearer ${others.access_token}` })
      await Promise.all([once(socket, 'open'), once(bystander, 'open')])
      const closed = closing(socket)
      await end(tokens)
      const start = performance.now()
      assert.equal(await closed, 4401)
      assert.ok(performance.now() - start < 1000)
      assert.equal(bystander.readyState, WebSocket.OPEN)
      bystander.terminate()
    })
  }

  test('closes when its API token is deleted', async () => {
    const { access_token: token } = await accounts.login(email)
    const { id, token: secret } = (await accounts.post('/auth/tokens', { name: 'x', scope: 'read' }, bearer(token))).json()
    const socket = open([], { authorization: `Bearer ${secret}` })
    await once(socket, 'open')
    const closed = closing(socket)
    const headers = { host: 'localhost:8000', authorization: `Bearer ${token}` }
    await accounts.app.inject({ method: 'DELETE', url: `/auth/tokens/${id}`, headers })
    assert.equal(await closed, 4401)
  })

  test('tickets are sixty a minute', async () => {
    await accounts.register('many@example.com')
    const { access_token: token } = await accounts.login('many@example.com')
    const replies = await Promise.all(Array.from({ length: 65 }, () => accounts.post('/auth/ws-ticket', {}, bearer(token))))
    const codes = replies.map(({ statusCode }) => statusCode)
    assert.deepEqual(
      [200, 429].map((code) => codes.filter((each) => each === code).length),
      [60, 5],
    )
  })
})
