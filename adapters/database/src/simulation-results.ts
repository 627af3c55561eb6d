import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { SimulationId } from './simulations.ts'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewResult {
  key: Buffer
  /** JSON in zstd. */
  document: Uint8Array
  portfolioValue: Uint8Array
  /** As core/simulator packs it. */
  series: Uint8Array
}

/** Stores a result once; whoever comes second keeps the first one, since equal keys have equal results. */
export async function insertResult(
  trx: Transaction<Tables>,
  { key, document, portfolioValue, series }: NewResult,
): Promise<void> {
  await sql`
    with stored as (
      insert into simulation_results (key, document, portfolio_value)
      values (${key}, ${Buffer.from(document)}, ${Buffer.from(portfolioValue)})
      on conflict do nothing returning key)
    insert into simulation_series (key, columns) select key, ${Buffer.from(series)} from stored`.execute(trx)
}

/** Undefined when there is none. Locks it against being removed until the transaction ends. */
export async function findStoredResult(trx: Transaction<Tables>, key: Buffer) {
  return trx.selectFrom('simulation_results').select('document').where('key', '=', key).forKeyShare().executeTakeFirst()
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
