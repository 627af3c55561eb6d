import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Does the work on one connection whose statements may take as long as they take. */
export async function patiently<Value>(db: Kysely<Tables>, work: (connection: Kysely<Tables>) => Promise<Value>): Promise<Value> {
  return db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    try {
      return await work(connection)
    } finally {
      // Where this fails the connection has ended.
      await sql`reset statement_timeout`.execute(connection).catch(() => undefined)
    }
  })
}
