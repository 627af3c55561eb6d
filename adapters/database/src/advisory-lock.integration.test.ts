import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { whileLocked } from './advisory-lock.ts'
import { openDatabase } from './database.ts'
import { temporaryDatabase } from './temporary-database.ts'

describe('whileLocked', () => {
  test('lets one at a time through, over all connections, and others with other names', async () => {
    await using database = await temporaryDatabase()
    await using other = await openDatabase({ dataDirectory: '', databaseUrl: database.url, applicationName: 'other' })
    let [inside, most] = [0, 0]
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside)
      await whileLocked(database.db, { name: 'another' }, async () => undefined)
      inside--
    }
    const all = [database, other, database, other, database].map(async ({ db }) => whileLocked(db, { name: 'one' }, work))
    await Promise.all(all)
    assert.deepEqual([inside, most], [0, 1])
  })

  test('needs no other connection than the one that it gives to the work', async () => {
    await using database = await temporaryDatabase({ maxConnections: 1 })
    const { db } = database
    const work = async (connection: typeof db) =>
      connection.transaction().execute(async (trx) => sql<{ two: number }>`select 1 + 1 as two`.execute(trx))
    const answers = await Promise.all(['a', 'a', 'b'].map(async (name) => whileLocked(db, { name }, work)))
    assert.deepEqual(
      answers.map(({ rows }) => rows[0]?.two),
      [2, 2, 2],
    )
  })

  test('is over when the work fails, and a wait ends with the reason of its signal', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const fault = new Error('no')
    await assert.rejects(
      whileLocked(db, { name: 'one' }, async () => Promise.reject(fault)),
      fault,
    )
    const reason = new Error('no longer wanted')
    const stop = new AbortController()
    await whileLocked(db, { name: 'one' }, async () => {
      const waiting = whileLocked(db, { name: 'one', signal: stop.signal }, async () => undefined)
      setImmediate(() => stop.abort(reason))
      await assert.rejects(waiting, reason)
    })
  })

  test('is over when its connection dies', async () => {
    await using database = await temporaryDatabase()
    const { db } = database
    const killed = await whileLocked(db, { name: 'one' }, async (connection) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection)
      await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db)
      return whileLocked(db, { name: 'one' }, async () => 'taken')
    })
    assert.equal(killed, 'taken')
  })
})
