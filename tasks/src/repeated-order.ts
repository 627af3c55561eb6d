import { createHash } from 'node:crypto'
import { findIdempotentSimulations, type IdempotencyKey } from '@portofino/database'
import type { Dialect } from '@portofino/strategy'
import type { TaskContext } from './context.ts'
import type { WrittenOrder } from './written-orders.ts'

export interface SimulationOrder {
  userId: number
  command: string
  dialect: Dialect
  /** A repeated order with the same key is answered like the first and runs nothing. */
  idempotencyKey?: string | null
}

/** The key of an order and what it stands for; null where the order has none. */
export function idempotencyOf({ userId, command, dialect, idempotencyKey }: SimulationOrder) {
  if (typeof idempotencyKey !== 'string') return null
  const fingerprint = createHash('sha256').update(`${dialect}\n${command}`).digest()
  return { userId, key: idempotencyKey, fingerprint } satisfies IdempotencyKey & { fingerprint: Buffer }
}

/** What an order that was written before with the same key is answered; null for one that is new. */
export async function findRepeatedOrder({ database }: TaskContext, order: SimulationOrder): Promise<WrittenOrder | null> {
  const idempotency = idempotencyOf(order)
  if (idempotency === null) return null
  const [first] = await findIdempotentSimulations(database.db, [idempotency])
  if (first === undefined) return null
  const { taskId, simulationId, fingerprint } = first
  return { kind: fingerprint.equals(idempotency.fingerprint) ? 'accepted' : 'idempotency_conflict', taskId, simulationId }
}
