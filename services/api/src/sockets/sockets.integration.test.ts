import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import type { WebSocket } from 'ws'
import { password, servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const next = async (socket: WebSocket): Promise<unknown> => JSON.parse(String((await once(socket, 'message'))[0]))

describe('sockets of tasks that run', () => {
  let app: ServedApplication
  let token = ''
  let taskId = ''
  before(async () => {
    app = await servedApplication()
    token = await app.signUp('ann@example.com')
    taskId = (await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })).body.task_id
    await app.listen(`/ws/simulations/${taskId}`, { token })
  })
  after(() => app[Symbol.asyncDispose]())

  test('begin with the present state and end with 1000', async () => {
    const { messages, code } = await app.listen(`/ws/simulations/${taskId}`, { token })
    assert.deepEqual([messages.length, messages[0].status, code], [1, 'done', 1000])
  })

  test('replay from where a client was', async () => {
    const { messages: all } = await app.listen(`/ws/simulations/${taskId}?after=0`, { token })
    const { messages: rest } = await app.listen(`/ws/simulations/${taskId}?after=1`, { token })
    assert.deepEqual(rest, all.slice(1))
    const { messages: none, code } = await app.listen(`/ws/simulations/${taskId}?after=${all.length}`, { token })
    assert.deepEqual([none, code], [[], 1000])
  })

  test('say failed with the reason and close', async () => {
    const command = 'AAPL-L-50% MSFT-L-50% 1950-01-01 1951-01-01'
    const { body } = await app.call('POST', '/simulate', { token, json: { command } })
    const { messages, code } = await app.listen(`/ws/simulations/${body.task_id}`, { token })
    const { status, error } = messages.at(-1)
    assert.deepEqual([status, code, error.diagnostics[0].code], ['failed', 1000, 'E303'])
    assert.ok(error.detail.length > 10)
    const { body: entry } = await app.call('GET', `/history/${body.task_id}`, { token })
    assert.deepEqual([entry.status, entry.error.code, entry.result], ['failed', error.code, null])
  })

  const other = randomUUID()
  const refusals: [string, () => string, (() => string) | null, number][] = [
    ['nobody', () => taskId, null, 4401],
    ['a forged token', () => taskId, () => `${token.slice(0, -3)}abc`, 4401],
    ['a token in the address', () => `${taskId}?token=${token}`, null, 4401],
    ['a token in the address beside a good header', () => `${taskId}?access_token=${token}`, () => token, 4401],
    ['an unknown task', () => other, () => token, 4404],
    ['what is no id', () => 'x', () => token, 4404],
    ['a number', () => '1', () => token, 4404],
    ['a bad after', () => `${taskId}?after=x`, () => token, 1008],
  ]
  for (const [name, path, given, expected] of refusals) {
    test(`refuse ${name} with ${expected}`, async () => {
      const { messages, code } = await app.listen(`/ws/simulations/${path()}`, { token: given?.() ?? null })
      assert.deepEqual([messages, code], [[], expected])
    })
  }

  test('refuse the task of somebody else, and a report that is a simulation, like unknown ones', async () => {
    const stranger = await app.signUp('eve@example.com')
    assert.equal((await app.listen(`/ws/simulations/${taskId}`, { token: stranger })).code, 4404)
    assert.equal((await app.listen(`/ws/reports/${taskId}`, { token })).code, 4404)
  })

  test('take a ticket once, from the page that asked for it, and never echo it', async () => {
    const origin = app.url
    const ticketOf = async (): Promise<string> =>
      (await app.call('POST', '/auth/ws-ticket', { token, json: {}, headers: { origin } })).body.ticket
    const protocols = ['portofino.v1', `ticket.${await ticketOf()}`]
    const first = await app.listen(`/ws/simulations/${taskId}`, { protocols, origin })
    assert.deepEqual([first.code, first.protocol, first.messages[0].status], [1000, 'portofino.v1', 'done'])
    assert.equal((await app.listen(`/ws/simulations/${taskId}`, { protocols, origin })).code, 4401)
  })

  test('are not opened for pages of other origins, and the connection ends', async () => {
    const reply = app.listen(`/ws/simulations/${taskId}`, { token, origin: 'https://evil.example' })
    await assert.rejects(reply, /403/)
    const raw = connect(Number(new URL(app.url).port), '127.0.0.1')
    const lines = ['GET /ws/simulations/x HTTP/1.1', 'Host: evil.example', 'Connection: upgrade', 'Upgrade: websocket', '', '']
    raw.write(lines.join('\r\n'))
    assert.match(await text(raw), /^HTTP\/1\.1 421 /)
  })

  const upgrade = (path: string, lines: string[]): string =>
    [`GET ${path} HTTP/1.1`, `Host: localhost:${new URL(app.url).port}`, ...lines, '', ''].join('\r\n')
  async function sent(bytes: string): Promise<string> {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    socket.write(bytes)
    return text(socket)
  }

  test('refuse a faulty handshake with a problem', async () => {
    const reply = await sent(upgrade(`/ws/simulations/${taskId}`, ['Connection: upgrade', 'Upgrade: websocket']))
    assert.match(reply, /^HTTP\/1\.1 400 [\s\S]*nosniff[\s\S]*malformed_request[\s\S]*Sec-WebSocket-Key/)
  })

  test('are nowhere but under /ws', async () => {
    for (const path of ['/', '/health', '/history/', '/docs/', '/openapi.json']) {
      const reply = app.listen(path, { token })
      await assert.rejects(reply, /404/, path)
    }
  })

  test('are no hindrance to a client that offers HTTP/2', async () => {
    const offer = ['Connection: Upgrade, HTTP2-Settings, close', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA']
    assert.match(await sent(upgrade('/health', offer)), /^HTTP\/1\.1 200 /)
  })

  test('answer plain HTTP with 426', async () => {
    const { status, body } = await app.call('GET', `/ws/simulations/${taskId}`, { token })
    assert.deepEqual([status, body.code], [426, 'upgrade_required'])
  })
})

describe('sockets of tasks that wait', () => {
  let app: ServedApplication
  let token = ''
  let refreshToken = ''
  let taskId = ''
  before(async () => {
    app = await servedApplication({ works: false, heartbeatMs: 50 })
    await app.call('POST', '/auth/register', { json: { email: 'ann@example.com', password } })
    const { body } = await app.call('POST', '/auth/login', { json: { email: 'ann@example.com', password } })
    ;({ access_token: token, refresh_token: refreshToken } = body)
    taskId = (await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })).body.task_id
  })
  after(() => app[Symbol.asyncDispose]())

  test('beat', async () => {
    const socket = app.open(`/ws/simulations/${taskId}`, token)
    const first = (await next(socket)) as { seq: number; status: string; position: number }
    assert.deepEqual([first.seq, first.status, first.position], [1, 'queued', 0])
    assert.deepEqual(await next(socket), { heartbeat: true, seq: 1 })
    assert.deepEqual(await next(socket), { heartbeat: true, seq: 1 })
    socket.close()
    await once(socket, 'close')
  })

  test('are cut off when the client is gone', async () => {
    const socket = app.open(`/ws/simulations/${taskId}`, token, { autoPong: false })
    assert.equal((await once(socket, 'close'))[0], 1006)
  })

  test('are ten at most, and make room when one closes', async () => {
    const sockets = Array.from({ length: 10 }, () => app.open(`/ws/simulations/${taskId}`, token))
    await Promise.all(sockets.map(next))
    assert.equal((await app.listen(`/ws/simulations/${taskId}`, { token })).code, 4429)
    for (const socket of sockets) socket.close()
    await Promise.all(sockets.map(async (socket) => once(socket, 'close')))
    const again = app.open(`/ws/simulations/${taskId}`, token)
    await next(again)
    again.close()
    await once(again, 'close')
  })

  test('close with 1009 on more than 64 KiB from a client, and read over less', async () => {
    const socket = app.open(`/ws/simulations/${taskId}`, token)
    await next(socket)
    socket.send('{"hello":"server"}')
    await next(socket)
    socket.send('x'.repeat(64 * 1024 + 1))
    assert.equal((await once(socket, 'close'))[0], 1009)
  })

  test('hear that the task was canceled', async () => {
    const heard = app.listen(`/ws/simulations/${taskId}?after=0`, { token })
    assert.equal((await app.call('POST', `/tasks/${taskId}/cancel`, { token })).status, 202)
    const { messages, code } = await heard
    assert.deepEqual([messages.at(-1).status, code], ['canceled', 1000])
  })

  test('close with 4401 when the session ends', async () => {
    const { body } = await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })
    const socket = app.open(`/ws/simulations/${body.task_id}`, token)
    await next(socket)
    const closed = once(socket, 'close')
    await app.call('POST', '/auth/logout', { json: { refresh_token: refreshToken } })
    assert.equal((await closed)[0], 4401)
  })

  test('close with 1001 when the server stops', async () => {
    const bob = await app.signUp('bob@example.com')
    const { body } = await app.call('POST', '/simulate', { token: bob, json: { command: exampleCommand } })
    const socket = app.open(`/ws/simulations/${body.task_id}`, bob)
    await next(socket)
    const closed = once(socket, 'close')
    await app[Symbol.asyncDispose]()
    assert.equal((await closed)[0], 1001)
    app[Symbol.asyncDispose] = async () => {}
  })
})
