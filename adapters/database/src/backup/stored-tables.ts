import type pg from 'pg'

/** A table as a backup sees it. */
export interface StoredTable {
  name: string
  columns: string[]
}

/** The next number of a column that counts by itself. */
export interface Counter {
  table: string
  column: string
  last: number
}

/** What a person knows of a database. */
export interface KeptThings {
  accounts: number
  runs: number
  reports: number
  /** Symbols that have prices. */
  symbols: number
}

interface Reference {
  table: string
  target: string
}

/** Lists the migrations, which a restored database has already. */
const migrationTable = 'schema_migrations'

/** The tables of a schema, each after those that it refers to. */
export async function storedTables(client: pg.Client, schema: string): Promise<StoredTable[]> {
  const { rows: tables } = await client.query<StoredTable>(
    `select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = $1::regnamespace and relkind = 'r' and relname <> $2 and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname order by relname`,
    [schema, migrationTable],
  )
  const { rows: references } = await client.query<Reference>(
    `select source.relname as table, target.relname as target
    from pg_constraint join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
    where contype = 'f' and connamespace = $1::regnamespace and conrelid <> confrelid`,
    [schema],
  )
  return inOrder(tables, references)
}

function inOrder(tables: readonly StoredTable[], references: readonly Reference[]): StoredTable[] {
  const ordered: StoredTable[] = []
  const isPlaced = (name: string): boolean => ordered.some((table) => table.name === name)
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name }) => !isPlaced(name) && references.every(({ table, target }) => table !== name || isPlaced(target)),
    )
    if (next === undefined) throw new RangeError('Cannot order the tables: some refer to each other in a circle')
    ordered.push(next)
  }
  return ordered
}

/** Read after the rows, so that no number of theirs is given out again. */
export async function counters(client: pg.Client, schema: string): Promise<Counter[]> {
  const { rows } = await client.query<Omit<Counter, 'last'> & { sequence: string }>(
    `select relname as table, attname as column, pg_get_serial_sequence(format('%I.%I', $1::text, relname), attname) as sequence
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = $1::regnamespace and relkind = 'r' and attidentity <> '' order by 1, 2`,
    [schema],
  )
  const counted: Counter[] = []
  for (const { table, column, sequence } of rows) {
    const { rows: last } = await client.query<{ last: string }>(
      `select case when is_called then last_value else 0 end::text as last from ${sequence}`,
    )
    counted.push({ table, column, last: Number(last[0]!.last) })
  }
  return counted
}

export function quoted(client: pg.Client, names: readonly string[]): string {
  return names.map((name) => client.escapeIdentifier(name)).join(', ')
}

const counts = {
  accounts: { table: 'users', what: 'count(*) filter (where not is_guest)' },
  runs: { table: 'simulations', what: 'count(*) filter (where deleted_at is null)' },
  reports: { table: 'reports', what: 'count(*)' },
  symbols: { table: 'price_versions', what: 'count(distinct (source, market, symbol))' },
} as const

/** Counts what a person knows of the tables in the schema `public`; 0 where an older version has no such table. */
export async function keptThings(client: pg.Client): Promise<KeptThings> {
  const kept: KeptThings = { accounts: 0, runs: 0, reports: 0, symbols: 0 }
  const there = (await storedTables(client, 'public')).map(({ name }) => name)
  for (const thing of ['accounts', 'runs', 'reports', 'symbols'] as const) {
    const { table, what } = counts[thing]
    if (!there.includes(table)) continue
    const { rows } = await client.query<{ count: number }>(`select (${what})::int as count from public.${table}`)
    kept[thing] = rows[0]!.count
  }
  return kept
}
