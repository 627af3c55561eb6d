import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** Names of other programs of ours that are connected to the database, as they call themselves. */
export async function connectedPrograms({ db }: Pick<Database, 'db'>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct application_name as name from pg_stat_activity
    where datname = current_database() and application_name like 'portofino%'
      and application_name <> current_setting('application_name')
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}
