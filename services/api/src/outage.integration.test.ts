import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { breakableProxy, temporaryDatabase } from '@portofino/database'
import type { BreakableProxy, Database } from '@portofino/database'
import { callerOf } from './trial/caller.ts'
import { startedProcess } from './trial/started-process.ts'
import type { StartedProcess } from './trial/started-process.ts'

let folder = ''
let database: Database
let line: BreakableProxy
let server: StartedProcess
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portofino-outage-'))
  database = await temporaryDatabase()
  line = await breakableProxy(database.url)
  server = await startedProcess(folder, { DATABASE_URL: line.url })
})
after(async () => {
  await server.end('SIGTERM')
  await line[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

test('without a database requests answer 503 with Retry-After, and all recovers by itself', async () => {
  const { call, listen } = callerOf(server.url)
  const account = { email: 'ann@example.com', password: 'seven geese fly south' }
  await call('POST', '/auth/register', { json: account })
  const token = (await call('POST', '/auth/login', { json: account })).body.access_token
  const earlier = (await call('POST', '/simulate', { token, json: { command: exampleCommand } })).body
  await listen(`/ws/simulations/${earlier.task_id}`, { token })

  await line.cut()
  for (const [method, path, json] of [
    ['GET', '/history/', undefined],
    ['POST', '/simulate', { command: exampleCommand }],
    ['POST', '/auth/login', account],
    ['GET', `/tasks/${earlier.task_id}`, undefined],
  ] as const) {
    const { status, headers, body } = await call(method, path, { token, ...(json && { json }) })
    assert.deepEqual([status, body.code], [503, 'database_unavailable'], `${method} ${path}`)
    assert.ok(Number(headers.get('retry-after')) >= 1)
    assert.match(body.detail, /nothing that was accepted is lost/)
  }
  assert.equal((await listen(`/ws/simulations/${earlier.task_id}`, { token })).code, 1013)
  const health = await call('GET', '/health')
  assert.deepEqual([health.status, health.body.status, health.body.parts.database.status], [503, 'degraded', 'degraded'])
  assert.ok(Number(health.headers.get('retry-after')) >= 1)
  assert.match((await call('GET', '/metrics')).text, /^portofino_database_up 0$/m)
  assert.equal((await call('GET', '/docs/')).status, 200)

  await line.mend()
  const deadline = performance.now() + 15_000
  while ((await call('GET', '/health')).status !== 200) {
    assert.ok(performance.now() < deadline, 'it does not recover')
    await pause(50)
  }
  assert.equal((await call('GET', '/history/', { token })).body.total, 1)
  const later = await call('POST', '/simulate', { token, json: { command: exampleCommand } })
  const { messages } = await listen(`/ws/simulations/${later.body.task_id}`, { token })
  assert.equal(messages.at(-1).status, 'done')
})
