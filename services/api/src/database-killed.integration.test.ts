import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { breakableProxy, temporaryDatabase } from '@portofino/database'
import { callerOf } from './trial/caller.ts'
import { persistentClient } from './trial/persistent-client.ts'
import { postmasterOf } from './trial/small-disk.ts'
import { startedProcess, type StartedProcess } from './trial/started-process.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-gone-'))
after(async () => rm(root, { recursive: true }))
const account = { email: 'ann@example.com', password: 'seven geese fly south' }
const unlimited = { CALLS_PER_MINUTE: '1000000' }

async function clientOf({ url }: StartedProcess) {
  const caller = callerOf(url)
  await caller.call('POST', '/auth/register', { json: account })
  const token: string = (await caller.call('POST', '/auth/login', { json: account })).body.access_token
  return persistentClient(caller, token)
}

describe('a database that goes away amid submissions and runs', () => {
  test('the embedded one, killed: the server starts it again, answers 503 meanwhile, and loses nothing', async () => {
    const folder = join(root, 'embedded')
    const server = await startedProcess(folder, unlimited)
    const client = await clientOf(server)
    const killed = new Set<number>()
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 8; i++) await client.until('accepted')
      const postmaster = postmasterOf(folder)
      killed.add(postmaster)
      process.kill(postmaster, 'SIGKILL')
      await client.until('database_unavailable')
      await client.until('accepted')
    }
    assert.equal(killed.size, 3)
    await client.allDone()
    assert.ok([...client.refusals.keys()].every((code) => ['database_unavailable', 'too_many_queued', 'busy'].includes(code)))
    assert.equal(await server.end('SIGTERM'), 0)
  })

  test('one elsewhere, for ten seconds: requests answer 503, what was accepted is done once', async () => {
    await using database = await temporaryDatabase()
    await using line = await breakableProxy(database.url)
    const server = await startedProcess(join(root, 'elsewhere'), { ...unlimited, DATABASE_URL: line.url })
    const client = await clientOf(server)
    for (let i = 0; i < 8; i++) await client.until('accepted')
    await line.cut()
    const back = performance.now() + 10_000
    while (performance.now() < back) await client.until('database_unavailable')
    await line.mend()
    await client.until('accepted')
    await client.allDone()
    assert.equal(await server.end('SIGTERM'), 0)
  })
})
