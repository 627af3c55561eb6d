import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { temporaryDatabase } from './temporary-database.ts'

test('a statement that comes again is prepared, and answers as before', async () => {
  await using database = await temporaryDatabase()
  await database.db.connection().execute(async (db) => {
    for (let i = 0; i < 8; i++) {
      const { rows } = await sql<{ twice: number }>`select 2 * ${i}::integer as twice`.execute(db)
      assert.deepEqual(rows, [{ twice: 2 * i }])
    }
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
    assert.deepEqual(
      rows.map(({ statement }) => statement).filter((statement) => statement.includes('twice')),
      ['select 2 * $1::integer as twice'],
    )
  })
})

async function asked({ db }: Pick<Database, 'db'>): Promise<object[]> {
  const { rows } = await sql<object>`select * from changing where a = ${1}::integer`.execute(db)
  return rows
}

const alter = async ({ db }: Database): Promise<unknown> => sql`alter table changing add column b integer default 2`.execute(db)

async function changingDatabase(): Promise<Database> {
  const database = await temporaryDatabase({ maxConnections: 1 })
  await sql`create table changing as select 1 as a`.execute(database.db)
  for (let i = 0; i < 3; i++) assert.deepEqual(await asked(database), [{ a: 1 }])
  return database
}

describe('when the schema changes under a running process, as another one upgrades it', () => {
  test('a prepared statement outside a transaction is prepared again', async () => {
    await using database = await changingDatabase()
    await alter(database)
    for (let i = 0; i < 3; i++) assert.deepEqual(await asked(database), [{ a: 1, b: 2 }])
  })

  test('a transaction is refused once, and succeeds when it is tried again', async () => {
    await using database = await changingDatabase()
    await alter(database)
    const transaction = async () => database.db.transaction().execute(async (db) => asked({ db }))
    await assert.rejects(transaction, { code: '0A000' })
    for (let i = 0; i < 3; i++) assert.deepEqual(await transaction(), [{ a: 1, b: 2 }])
  })

  test('what the server does not know stays refused', async () => {
    await using database = await changingDatabase()
    for (let i = 0; i < 3; i++)
      await assert.rejects(sql`select ${1}::integer from nowhere`.execute(database.db), { code: '42P01' })
  })
})
