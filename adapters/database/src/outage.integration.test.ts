import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { breakableProxy } from './breakable-proxy.ts'
import { openDatabase } from './database.ts'
import { temporaryDatabase } from './temporary-database.ts'

const unavailable = { name: 'DatabaseError', code: 'database_unavailable', message: 'The database does not answer.' }
const guest = { role: 'member', is_guest: true, expires_at: new Date(0) } as const

const open = (databaseUrl: string) => openDatabase({ dataDirectory: '', databaseUrl, applicationName: 'test' })

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url)
  change(other)
  return other.href
}

/** A database behind a proxy that can be cut, and the same one directly. */
async function breakable() {
  const direct = await temporaryDatabase()
  const proxy = await breakableProxy(direct.url)
  const database = await openDatabase({ dataDirectory: '', databaseUrl: proxy.url, applicationName: 'test' })
  return {
    direct,
    proxy,
    database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await proxy[Symbol.asyncDispose]()
      await direct[Symbol.asyncDispose]()
    },
  }
}

describe('while the database is away', () => {
  test('queries fail at once with a code, and work again when it is back', async () => {
    await using world = await breakable()
    const { db } = world.database
    const count = () => db.selectFrom('users').select('id').execute()
    await Promise.all([count(), count(), count()])
    for (let round = 0; round < 3; round++) {
      await world.proxy.cut()
      await assert.rejects(count(), unavailable)
      await assert.rejects(db.transaction().execute(count), unavailable)
      assert.equal(await world.database.isReachable(), false)
      assert.equal(world.database.pool().open, 0)
      await world.proxy.mend()
      assert.deepEqual(await count(), [])
      assert.equal(await world.database.isReachable(), true)
    }
  })

  test('a query under way fails with the same code', async () => {
    await using world = await breakable()
    const waits = sql`select pg_sleep(60)`.execute(world.database.db)
    const failed = assert.rejects(waits, unavailable)
    const isUnderWay = sql<{
      found: boolean
    }>`select exists (select from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()) as found`
    while ((await isUnderWay.execute(world.direct.db)).rows[0]?.found !== true);
    await world.proxy.cut()
    await failed
    await world.proxy.mend()
  })

  test('a transaction that is cut between two statements is undone whole', async () => {
    await using world = await breakable()
    const cutInTheMiddle = world.database.db.transaction().execute(async (trx) => {
      await trx.insertInto('users').values(guest).execute()
      await world.proxy.cut()
      await trx.insertInto('users').values(guest).execute()
    })
    await assert.rejects(cutInTheMiddle, unavailable)
    await world.proxy.mend()
    assert.deepEqual(await world.database.db.selectFrom('users').select('id').execute(), [])
  })

  test('listeners wait, learn of the gap, and hear again, those added meanwhile too', async () => {
    await using world = await breakable()
    const heard = new EventEmitter()
    const gap = Promise.withResolvers<void>()
    const listen = (name: string) =>
      world.database.listen(
        name,
        (payload) => heard.emit(name, payload),
        () => gap.resolve(undefined),
      )
    await listen('early')
    await world.proxy.cut()
    await listen('meanwhile')
    await sql`select pg_notify('early', 'lost')`.execute(world.direct.db)
    await world.proxy.mend()
    await gap.promise
    const both = Promise.all([once(heard, 'early'), once(heard, 'meanwhile')])
    await sql`select pg_notify('early', '1'), pg_notify('meanwhile', '2')`.execute(world.direct.db)
    assert.deepEqual(await both, [['1'], ['2']])
  })

  test('it can be closed', async () => {
    await using world = await breakable()
    await world.database.listen('news', () => undefined)
    await world.proxy.cut()
    await assert.rejects(world.database.db.selectFrom('users').select('id').execute(), unavailable)
  })

  test('sessions that an operator ends are only a moment of it', async () => {
    await using world = await breakable()
    const gap = Promise.withResolvers<void>()
    await world.database.listen(
      'news',
      () => undefined,
      () => gap.resolve(undefined),
    )
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`
      .execute(world.direct.db)
      .catch(() => undefined)
    await gap.promise
    assert.equal(await world.database.isReachable(), true)
  })
})

describe('DATABASE_URL that leads to no database is said in a sentence', () => {
  test('nothing listens there', async () => {
    const url = 'postgres://somebody:s3cret@127.0.0.1:1/portofino'
    await assert.rejects(open(url), {
      code: 'database_unavailable',
      message: 'Cannot reach the database of DATABASE_URL (127.0.0.1:1/portofino): connect ECONNREFUSED 127.0.0.1:1.',
    })
  })

  test('no such host', async () => {
    await assert.rejects(open('postgres://a:s3cret@nowhere.invalid/portofino'), {
      code: 'database_unavailable',
      message:
        /^Cannot reach the database of DATABASE_URL \(nowhere\.invalid:5432\/portofino\): getaddrinfo \w+ nowhere\.invalid\.$/,
    })
  })

  test('wrong password, no such database, no address', async () => {
    await using database = await temporaryDatabase()
    const { url } = database
    await assert.rejects(open(changed(url, (other) => (other.password = 's3cret'))), {
      code: 'database_unusable',
      message: /^Cannot use the database of DATABASE_URL \(.*\): password authentication failed for user "portofino"\.$/,
    })
    await assert.rejects(open(changed(url, (other) => (other.pathname = '/none'))), {
      code: 'database_unusable',
      message: /^Cannot use the database of DATABASE_URL \(.*\/none\): database "none" does not exist\.$/,
    })
    for (const wrong of ['', 'localhost', 'mysql://a:s3cret@localhost/b']) {
      await assert.rejects(open(wrong), {
        code: 'database_unusable',
        message: 'Cannot use DATABASE_URL: it must be an address of the form postgres://USER:PASSWORD@HOST:PORT/DATABASE.',
      })
    }
  })

  test('an encoding that loses characters', async () => {
    await using database = await temporaryDatabase()
    const name = `${new URL(database.url).pathname.slice(1)}_latin`
    await sql
      .raw(`create database ${name} encoding 'LATIN1' locale_provider libc locale 'C' template template0`)
      .execute(database.db)
    await assert.rejects(open(changed(database.url, (other) => (other.pathname = `/${name}`))), {
      code: 'database_unusable',
      message: 'Cannot use DATABASE_URL: the encoding of the database is LATIN1; make one with UTF8.',
    })
    await sql.raw(`drop database ${name} with (force)`).execute(database.db)
  })
})
