import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

/** What the first request with this key made; undefined when this is the first. */
export async function findIdempotentSimulation(trx: Transaction<Tables>, { userId, key }: { userId: number; key: string }) {
  return trx
    .selectFrom('idempotency_keys')
    .innerJoin('simulations', 'simulations.id', 'idempotency_keys.simulation_id')
    .select(['simulations.id', 'simulations.task_id', 'fingerprint'])
    .where('idempotency_keys.user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export interface NewIdempotencyKey {
  userId: number
  key: string
  /** SHA-256 over the request. */
  fingerprint: Buffer
  simulationId: number
}

export async function insertIdempotencyKey(
  trx: Transaction<Tables>,
  { userId, key, fingerprint, simulationId }: NewIdempotencyKey,
): Promise<void> {
  await trx.insertInto('idempotency_keys').values({ user_id: userId, key, fingerprint, simulation_id: simulationId }).execute()
}

/** Says how many. */
export async function removeIdempotencyKeys(db: Connection, olderThan: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('idempotency_keys').where('created_at', '<', olderThan).executeTakeFirst()
  return Number(numDeletedRows)
}
