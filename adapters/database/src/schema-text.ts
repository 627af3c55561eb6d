import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** The schema as text: each table with its columns, constraints and indexes, the same on every version of PostgreSQL that serves. */
export async function schemaText(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ table: string; lines: string[] }>`
    select relname as table, (select array_agg(line order by kind, place) from (
      select 1 as kind, attnum::int as place, format('  %s %s%s%s', attname, format_type(atttypid, atttypmod),
        case when attnotnull then ' not null' else '' end,
        case when attidentity <> '' then ' identity'
          when atthasdef then ' default ' || pg_get_expr(adbin, adrelid) else '' end) as line
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped
      union all
      select 2, row_number() over (order by pg_get_constraintdef(oid))::int, '  ' || pg_get_constraintdef(oid)
      from pg_constraint where conrelid = pg_class.oid and contype <> 'n'
      union all
      select 3, row_number() over (order by indexrelid::regclass::text)::int, '  ' || pg_get_indexdef(indexrelid)
      from pg_index where indrelid = pg_class.oid and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
    ) as parts) as lines
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`.execute(db)
  return rows.map(({ table, lines }) => `${table}\n${lines.join('\n')}\n`).join('\n')
}
