import assert from 'node:assert/strict'
import { EventEmitter, on, once } from 'node:events'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from './database.ts'
import { DatabaseError } from './database-error.ts'
import { connectedClient } from './connection.ts'
import { migrate, readMigrations } from './migrate.ts'
import { type TemporaryDatabaseOptions, temporaryDatabase } from './temporary-database.ts'

const serverUrl = process.env['TEST_POSTGRES_URL']
const servers: { name: string; options: TemporaryDatabaseOptions; skip: string | false }[] = [
  { name: 'embedded', options: {}, skip: false },
  {
    name: 'on a server',
    options: { serverUrl },
    skip: serverUrl === undefined && 'set TEST_POSTGRES_URL to a PostgreSQL server whose user may create databases',
  },
]

const notify = (payload: string) => sql`select pg_notify('Weird "channel"', ${payload})`
const guest = { role: 'member', is_guest: true, expires_at: new Date(0) } as const

for (const { name, options, skip } of servers) {
  describe(`PostgreSQL ${name}`, { skip }, () => {
    test('gives back what it got, to the last bit', async () => {
      await using database = await temporaryDatabase(options)
      const { db } = database
      const { id } = await db.insertInto('users').values(guest).returning('id').executeTakeFirstOrThrow()
      const run = {
        task_id: '0193a2b4-0000-7000-8000-000000000001',
        user_id: id,
        command: 'AAPL-L-100% — naïve 🙂',
        dialect: 'default',
        canonical: '',
        status: 'failed',
        tags: ['a,b', '{"c"}', ''],
        created_at: new Date('2024-02-29T23:59:59.999Z'),
        cagr: 0.1 + 0.2,
        sharpe: 5e-324,
        max_drawdown: -0.30000000000000004,
        period_from: '1970-01-01',
        period_to: '2024-12-31',
        error: JSON.stringify([{ code: 'x', detail: '\n' }]),
      } as const
      await db
        .insertInto('simulations')
        .values({ ...run, tags: [...run.tags] })
        .execute()
      const row = await db.selectFrom('simulations').selectAll().executeTakeFirstOrThrow()
      assert.deepEqual({ ...row, ...run, error: JSON.parse(run.error) }, { ...row })
      assert.equal(row.deleted_at, null)
    })

    test('counts in numbers', async () => {
      await using database = await temporaryDatabase(options)
      await database.db
        .insertInto('ticker_usage')
        .values({ symbol: 'A', uses: 2 ** 53 - 1, last_used_at: new Date() })
        .execute()
      const row = await database.db
        .selectFrom('ticker_usage')
        .select(({ fn }) => ['uses', fn.countAll<number>().over().as('rows')])
        .executeTakeFirstOrThrow()
      assert.deepEqual(row, { uses: 9007199254740991, rows: 1 })
    })

    test('undoes a transaction that fails, and keeps the code of a refused statement', async () => {
      await using database = await temporaryDatabase(options)
      const symbol = { symbol: 'A', uses: 1, last_used_at: new Date() }
      const twice = database.db.transaction().execute(async (trx) => {
        await trx.insertInto('ticker_usage').values(symbol).execute()
        await trx.insertInto('ticker_usage').values(symbol).execute()
      })
      await assert.rejects(
        twice,
        (fault: Error & { code: string }) => !(fault instanceof DatabaseError) && fault.code === '23505',
      )
      assert.deepEqual(await database.db.selectFrom('ticker_usage').selectAll().execute(), [])
    })

    test('delivers notifications when their transaction commits, in order, to those who listen, in other processes too', async () => {
      await using database = await temporaryDatabase(options)
      await using other = await openDatabase({ dataDirectory: '', databaseUrl: database.url, applicationName: 'other' })
      const heard = new EventEmitter()
      const stop = await other.listen('Weird "channel"', (payload) => heard.emit('message', payload))
      const messages = on(heard, 'message')
      const undone = database.db.transaction().execute(async (trx) => {
        await notify('undone').execute(trx)
        throw new Error('undo')
      })
      await assert.rejects(undone, /undo/)
      for (const payload of ['1', '2', 'é']) await notify(payload).execute(database.db)
      for (const payload of ['1', '2', 'é']) assert.deepEqual((await messages.next()).value, [payload])
      await stop()
      const last = once(heard, 'message')
      await other.listen('end', () => heard.emit('message', 'end'))
      await notify('nobody listens').execute(database.db)
      await sql`select pg_notify('end', '')`.execute(database.db)
      assert.deepEqual(await last, ['end'])
    })

    test('two listeners of a channel both hear, and one may leave', async () => {
      await using database = await temporaryDatabase(options)
      const heard = new EventEmitter()
      const leave = await database.listen('news', () => heard.emit('first'))
      await database.listen('news', (payload) => heard.emit('second', payload))
      const both = Promise.all([once(heard, 'first'), once(heard, 'second')])
      await sql`select pg_notify('news', '1')`.execute(database.db)
      await both
      await leave()
      heard.once('first', () => assert.fail('it had left'))
      const second = once(heard, 'second')
      await sql`select pg_notify('news', '2')`.execute(database.db)
      assert.deepEqual(await second, ['2'])
    })

    test('says how full the pool is, and that no connection came free', async () => {
      await using database = await temporaryDatabase({ ...options, maxConnections: 2 })
      const free = Promise.withResolvers<void>()
      const taken: Promise<void>[] = []
      const hold = () =>
        new Promise<void>((held) => {
          taken.push(database.db.connection().execute(() => (held(), free.promise)))
        })
      await Promise.all([hold(), hold()])
      const waiting = database.db.selectFrom('users').select('id').execute()
      assert.deepEqual(database.pool(), { maximum: 2, open: 2, idle: 0, waiting: 1 })
      free.resolve()
      await Promise.all([...taken, waiting])
      assert.deepEqual(database.pool(), { maximum: 2, open: 2, idle: 2, waiting: 0 })
    })

    test('is migrated once when many open it at the same moment, and not again', async () => {
      await using database = await temporaryDatabase(options)
      const names = await sql<{
        name: string
      }>`select format('%I', tablename) as name from pg_tables where schemaname = 'public'`.execute(database.db)
      await sql.raw(`drop table ${names.rows.map(({ name: table }) => table).join(', ')}`).execute(database.db)
      const clients = await Promise.all(
        Array.from({ length: 5 }, async () => connectedClient({ url: database.url, applicationName: 'test' })),
      )
      await Promise.all(clients.map(async (client) => migrate(client)))
      const { rows } = await clients[0]!.query('select name from schema_migrations order by number')
      assert.deepEqual(
        rows.map((row: { name: string }) => row.name),
        (await readMigrations()).map((migration) => migration.name),
      )
      await Promise.all(clients.map(async (client) => client.end()))
    })

    test('refuses a database of a newer version, and one whose migration was changed', async () => {
      await using database = await temporaryDatabase(options)
      const open = () => openDatabase({ dataDirectory: '', databaseUrl: database.url, applicationName: 'test' })
      await sql`insert into schema_migrations (number, name, hash) values (9999, '9999-later.sql', '')`.execute(database.db)
      await assert.rejects(open(), { code: 'database_unusable', message: /made by a newer version .*9999-later\.sql/ })
      await sql`delete from schema_migrations where number = 9999`.execute(database.db)
      await sql`update schema_migrations set hash = '' where number = 2`.execute(database.db)
      await assert.rejects(open(), {
        code: 'database_unusable',
        message: /migration 0002-.*\.sql was changed after it had been applied/,
      })
    })
  })
}
