import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface IdempotencyKey {
  userId: number
  key: string
}

/** What the first requests with these keys made; of those that there were. */
export async function findIdempotentSimulations(db: Connection, keys: readonly IdempotencyKey[]) {
  if (keys.length === 0) return []
  const [userIds, texts] = [keys.map(({ userId }) => userId), keys.map(({ key }) => key)]
  const rows = await db
    .selectFrom('idempotency_keys')
    .innerJoin('simulations', 'simulations.id', 'idempotency_keys.simulation_id')
    .select(['idempotency_keys.user_id as userId', 'key', 'simulations.id as simulationId', 'task_id as taskId', 'fingerprint'])
    .where(sql<boolean>`(idempotency_keys.user_id, key) in (select * from unnest(${userIds}::integer[], ${texts}::text[]))`)
    .execute()
  return rows
}

export interface NewIdempotencyKey extends IdempotencyKey {
  /** SHA-256 over the request. */
  fingerprint: Buffer
  simulationId: number
}

export async function insertIdempotencyKeys(trx: Transaction<Tables>, keys: readonly NewIdempotencyKey[]): Promise<void> {
  if (keys.length === 0) return
  const rows = keys.map(({ userId, key, fingerprint, simulationId }) => {
    return { user_id: userId, key, fingerprint, simulation_id: simulationId }
  })
  await trx.insertInto('idempotency_keys').values(rows).execute()
}

/** Says how many. */
export async function removeIdempotencyKeys(db: Connection, olderThan: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('idempotency_keys').where('created_at', '<', olderThan).executeTakeFirst()
  return Number(numDeletedRows)
}
