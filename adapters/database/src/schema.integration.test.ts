import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { schemaText } from './schema-text.ts'
import { temporaryDatabase } from './temporary-database.ts'

const serverUrl = process.env['TEST_POSTGRES_URL']
const elsewhere = serverUrl === undefined && 'set TEST_POSTGRES_URL to a PostgreSQL server whose user may create databases'
const snapshot = readFileSync(join(import.meta.dirname, '..', 'schema.txt'), 'utf8')
const hint = 'schema.txt differs: if that is meant, run node adapters/database/src/write-schema-snapshot.ts'

interface Column {
  table: string
  column: string
  /** What a reader may meet. */
  isNullable: boolean
  /** Whether a writer may leave it out. */
  isOptional: boolean
}

/** What tables.ts says, read as text because types are gone at run time. */
function declaredColumns(): Column[] {
  const text = readFileSync(join(import.meta.dirname, 'tables.ts'), 'utf8')
  const bodies = new Map(
    Array.from(text.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm), ([, name, body]) => [name!, body!]),
  )
  const fields = (name: string) =>
    Array.from(bodies.get(name)!.matchAll(/^ {2}(\w+): (.+)$/gm), ([, field, type]) => ({ field: field!, type: type! }))
  return fields('Tables').flatMap(({ field: table, type: row }) =>
    fields(row).map(({ field: column, type }) => ({
      table,
      column,
      isNullable: type.startsWith('Nullable') || /\bnull\b/.test(type),
      isOptional: /^(Nullable|Generated|Moment)/.test(type),
    })),
  )
}

describe('the schema', () => {
  test('is the committed one', async () => {
    await using database = await temporaryDatabase()
    assert.equal(await schemaText(database.db), snapshot, hint)
  })

  test('is the committed one on a server too', { skip: elsewhere }, async () => {
    await using database = await temporaryDatabase({ serverUrl })
    assert.equal(await schemaText(database.db), snapshot, hint)
  })

  test('is what tables.ts declares: every table, column, null and default', async () => {
    await using database = await temporaryDatabase()
    const { rows } = await sql<Column>`
      select relname as table, attname as column, not attnotnull as "isNullable",
        (not attnotnull or atthasdef or attidentity <> '') as "isOptional"
      from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and relname <> 'schema_migrations'`.execute(
      database.db,
    )
    const lines = (columns: Column[]) => columns.map((column) => Object.values(column).join(' ')).toSorted()
    assert.deepEqual(lines(declaredColumns()), lines(rows))
  })
})
