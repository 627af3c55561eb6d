import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
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
