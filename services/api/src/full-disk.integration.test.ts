import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openDatabase } from '@portofino/database'
import { sql } from 'kysely'
import { callerOf } from './trial/caller.ts'
import type { Caller } from './trial/caller.ts'
import { persistentClient } from './trial/persistent-client.ts'
import type { PersistentClient } from './trial/persistent-client.ts'
import { canHaveSmallDisks, embeddedUrl, fillDisk, folderSeenBy, freeDisk, onSmallDisk } from './trial/small-disk.ts'
import { startedProcess } from './trial/started-process.ts'

const root = await mkdtemp(join(tmpdir(), 'portofino-disk-'))
after(async () => rm(root, { recursive: true }))

/** A server whose data directory is a small file system, and a client of it. */
async function serverOnSmallDisk() {
  const folder = await mkdtemp(join(root, 'data-'))
  const server = await startedProcess(folder, { CALLS_PER_MINUTE: '1000000' }, onSmallDisk(folder, '110m'))
  const disk = folderSeenBy(server.child.pid ?? 0, folder)
  const caller = callerOf(server.url)
  const [client, other] = [await clientOf(caller, 'ann@example.com'), await clientOf(caller, 'bob@example.com')]
  return {
    server,
    disk,
    client,
    caller,
    /** The refusal for want of room. Ann may have as many runs waiting as she may by then, so that hers are refused for that. */
    async full() {
      const answer = await client.until('storage_full', 'too_many_queued')
      return answer.body.code === 'storage_full' ? answer : other.until('storage_full')
    },
    async allDone() {
      await client.allDone()
      await other.allDone()
    },
    async [Symbol.asyncDispose]() {
      if (server.child.exitCode === null) await server.end('SIGTERM')
    },
  }
}

async function clientOf(caller: Caller, email: string): Promise<PersistentClient> {
  const account = { email, password: 'seven geese fly south' }
  await caller.call('POST', '/auth/register', { json: account })
  return persistentClient(caller, (await caller.call('POST', '/auth/login', { json: account })).body.access_token)
}

const isTold = (lines: readonly string[]): boolean => lines.some((line) => /"level":"(error|warn)".*database_full/.test(line))

if (canHaveSmallDisks(root)) {
  describe('a disk that fills while the server works', () => {
    test('is told in a sentence and in the log, costs nothing that was accepted, and is used again when it has room', async () => {
      await using world = await serverOnSmallDisk()
      const { server, disk, client, caller } = world
      await client.until('accepted')
      fillDisk(disk)
      const { status, body } = await world.full()
      assert.equal(status, 503)
      assert.equal(body.detail, 'The disk of the server is full, so nothing can be stored; what was accepted before is kept.')
      assert.ok(isTold(server.lines))
      assert.match((await caller.call('GET', '/health')).body.parts.disk.detail, /^Only 0 MiB are free/)
      freeDisk(disk)
      await client.until('accepted')
      await world.allDone()
      assert.equal(await server.end('SIGTERM'), 0)
    })

    test('so that the database itself stops is no different: it is started again when there is room', async () => {
      await using world = await serverOnSmallDisk()
      const { server, disk, client } = world
      await client.until('accepted')
      fillDisk(disk)
      await fillLog(embeddedUrl(disk))
      await world.full()
      assert.ok(server.lines.some((line) => /the database is away .*/.test(line) && /the disk is full/.test(line)))
      freeDisk(disk)
      await client.until('accepted')
      await world.allDone()
      assert.equal(await server.end('SIGTERM'), 0)
    })
  })
}

/** Writes to the log of the database until it has no room, which PostgreSQL does not survive. */
async function fillLog(databaseUrl: string): Promise<void> {
  await using database = await openDatabase({ dataDirectory: '', databaseUrl, applicationName: 'filler' })
  const megabyte = sql`select pg_logical_emit_message(false, 'filler', repeat('x', 1000000))`
  await assert.rejects(async () => {
    for (let i = 0; i < 200; i++) await megabyte.execute(database.db)
  })
}
