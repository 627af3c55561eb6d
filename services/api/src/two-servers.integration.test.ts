import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { temporaryDatabase } from '@portofino/database'
import { callerOf } from './trial/caller.ts'
import { startedProcess } from './trial/started-process.ts'

test('two servers on one database: a socket on one shows the job that the other runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-two-'))
  await using database = await temporaryDatabase()
  const environment = { DATABASE_URL: database.url }
  const asks = await startedProcess(join(folder, 'asks'), { ...environment, WORKERS: 'none' })
  const { call, listen, open } = callerOf(asks.url)
  const account = { email: 'ann@example.com', password: 'seven geese fly south' }
  await call('POST', '/auth/register', { json: account })
  const { access_token: token, refresh_token: refreshToken } = (await call('POST', '/auth/login', { json: account })).body
  const { body: order } = await call('POST', '/simulate', { token, json: { command: exampleCommand } })
  const waiting = open(`/ws/simulations/${order.task_id}`, token)
  assert.equal(JSON.parse(String((await once(waiting, 'message'))[0])).status, 'queued')
  waiting.close()

  const heard = listen(`/ws/simulations/${order.task_id}?after=0`, { token })
  const works = await startedProcess(join(folder, 'works'), environment)
  const { messages, code } = await heard
  assert.deepEqual([messages.at(-1).status, code], ['done', 1000])
  assert.deepEqual(
    messages.map(({ seq }) => seq),
    messages.map((_, i) => i + 1),
  )

  // Each signs its own tokens, and any takes those of the session: who logs out at one is out at both.
  const other = callerOf(works.url)
  const again = (await other.call('POST', '/auth/login', { json: account })).body.access_token
  assert.equal((await other.call('GET', `/history/${order.task_id}`, { token: again })).body.status, 'done')
  assert.ok((await other.call('POST', '/auth/logout', { json: { refresh_token: refreshToken } })).status < 300)
  assert.equal((await call('GET', '/history/', { token })).status, 401)
  assert.deepEqual(await Promise.all([asks.end('SIGTERM'), works.end('SIGTERM')]), [0, 0])
  await rm(folder, { recursive: true, force: true })
})
