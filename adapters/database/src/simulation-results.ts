import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { SimulationId } from './simulations.ts'
import type { SimulationFigures, Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewResult {
  key: Buffer
  /** JSON in zstd. */
  document: Uint8Array
  portfolioValue: Uint8Array
  /** As core/simulator packs it. */
  series: Uint8Array
  figures: SimulationFigures
}

/** Stores results once; whoever comes second keeps the first one, since equal keys have equal results. */
export async function insertResults(trx: Transaction<Tables>, given: readonly NewResult[]): Promise<void> {
  const byKey = new Map(given.map((result) => [result.key.toString('hex'), result]))
  if (byKey.size === 0) return
  const results = [...byKey.values()]
  const heads = results.map(({ key, document, portfolioValue, figures }) => {
    return sql`(${key}::bytea, ${bytesOf(document)}::bytea, ${bytesOf(portfolioValue)}::bytea, ${JSON.stringify(figures)}::json)`
  })
  const columns = results.map(({ key, series }) => sql`(${key}::bytea, ${bytesOf(series)}::bytea)`)
  await sql`
    with stored as (
      insert into simulation_results (key, document, portfolio_value, figures) values ${sql.join(heads)}
      on conflict do nothing returning key)
    insert into simulation_series (key, columns)
    select key, columns from (values ${sql.join(columns)}) as given (key, columns) join stored using (key)`.execute(trx)
}

/** The figures of those that are stored, by their keys in hexadecimal. */
export async function findStoredFigures(db: Connection, keys: readonly Buffer[]): Promise<Map<string, SimulationFigures>> {
  const rows = await db
    .selectFrom('simulation_results')
    .select(['key', 'figures'])
    .where(sql<boolean>`key = any(${keys}::bytea[])`)
    .execute()
  return new Map(rows.map(({ key, figures }) => [key.toString('hex'), figures]))
}

/** Undefined when the run does not exist, was deleted, belongs to somebody else or has no result. */
export async function findResult(db: Connection, { userId, id }: { userId: number; id: SimulationId }) {
  return db
    .selectFrom('simulations')
    .innerJoin('simulation_results', 'simulation_results.key', 'simulations.result_key')
    .select(['document', 'portfolio_value'])
    .where(typeof id === 'number' ? 'simulations.id' : 'simulations.task_id', '=', id)
    .where('simulations.user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

/** JSON in zstd, of the run of this task, also when it was deleted since; undefined when there is none. */
export async function findPortfolioValue(db: Connection, taskId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('simulations')
    .innerJoin('simulation_results', 'simulation_results.key', 'simulations.result_key')
    .select('portfolio_value')
    .where('task_id', '=', taskId)
    .executeTakeFirst()
  return row?.portfolio_value
}

/** Undefined as in `findResult`. */
export async function findSeries(db: Connection, { userId, id }: { userId: number; id: SimulationId }) {
  return db
    .selectFrom('simulations')
    .innerJoin('simulation_results', 'simulation_results.key', 'simulations.result_key')
    .innerJoin('simulation_series', 'simulation_series.key', 'simulations.result_key')
    .select(['document', 'columns'])
    .where(typeof id === 'number' ? 'simulations.id' : 'simulations.task_id', '=', id)
    .where('simulations.user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

/** So many bytes of the stored series, from a position on. */
export interface SeriesSlice {
  at: number
  length: number
}

/** Slices of the series, joined, and the length of the whole; the server reads no more than these. Undefined as in `findResult`. */
export async function findSeriesSlices(
  db: Connection,
  { userId, id }: { userId: number; id: SimulationId },
  slices: readonly SeriesSlice[],
): Promise<{ bytes: Buffer; length: number } | undefined> {
  // SQL counts from one.
  const parts = slices.map(({ at, length }) => sql`substring(columns from ${at + 1}::integer for ${length}::integer)`)
  return db
    .selectFrom('simulations')
    .innerJoin('simulation_series', 'simulation_series.key', 'simulations.result_key')
    .select([sql<Buffer>`${sql.join(parts, sql` || `)}`.as('bytes'), sql<number>`octet_length(columns)`.as('length')])
    .where(typeof id === 'number' ? 'simulations.id' : 'simulations.task_id', '=', id)
    .where('simulations.user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

/** Removes results older than the moment that no run names any more; says how many. */
export async function removeUnusedResults(db: Connection, olderThan: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('simulation_results')
    .where('created_at', '<', olderThan)
    .where((of) =>
      of.not(of.exists(of.selectFrom('simulations').select('id').whereRef('result_key', '=', 'simulation_results.key'))),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The driver wants its own kind; the bytes stay where they are. */
function bytesOf(array: Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}
