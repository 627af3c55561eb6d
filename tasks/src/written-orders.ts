import {
  countWaitingTasks,
  findIdempotentSimulations,
  grouped,
  type IdempotencyKey,
  insertIdempotencyKeys,
  insertSimulations,
  type Tables,
} from '@portofino/database'
import type { Dialect } from '@portofino/strategy'
import type { Transaction } from 'kysely'
import type { SoundCommand } from './check-command.ts'
import type { TaskContext } from './context.ts'
import type { RunOrder } from './jobs/simulation-run.ts'
import { waitingLimit } from './waiting-limit.ts'

/** A checked order that is to be written. */
export interface CheckedOrder {
  taskId: string
  userId: number
  command: string
  dialect: Dialect
  checked: SoundCommand
  idempotency: (IdempotencyKey & { fingerprint: Buffer }) | null
}

export type WrittenOrder =
  | { kind: 'accepted'; taskId: string; simulationId: number }
  | { kind: 'too_many_queued'; limit: number }
  /** The key belongs to another order, which made this run. */
  | { kind: 'idempotency_conflict'; taskId: string; simulationId: number }

/** Orders of one moment share a transaction. */
export const writeOrder = grouped<TaskContext, CheckedOrder, WrittenOrder>(async (context, orders) =>
  context.database.db.transaction().execute(async (trx) => writeOrders(context, trx, orders)),
)

/** An order that goes ahead, with how many tasks of its user wait before it. */
interface AdmittedOrder {
  order: CheckedOrder
  waiting: number
}

async function writeOrders(
  context: TaskContext,
  trx: Transaction<Tables>,
  orders: readonly CheckedOrder[],
): Promise<WrittenOrder[]> {
  const userIds = Array.from(new Set(orders.map(({ userId }) => userId)))
  const waiting = await countWaitingTasks(trx, userIds)
  const keys = orders.flatMap(({ idempotency }) => idempotency ?? [])
  const firsts = new Map<string | null, FirstOrder>()
  for (const first of await findIdempotentSimulations(trx, keys)) firsts.set(nameOf(first), first)
  const admitted: AdmittedOrder[] = []
  const verdicts = orders.map((order) => verdict(order, { waiting, firsts, admitted }))
  const simulationIds = await insertAdmitted(context, trx, admitted)
  return verdicts.map((given) => {
    if (given.kind === 'too_many_queued') return given
    const { taskId, simulationId = simulationIds.get(taskId)! } = given.first
    return { kind: given.kind, taskId, simulationId }
  })
}

/** What was ordered first with a key; its number is known once it is written. */
interface FirstOrder {
  taskId: string
  fingerprint: Buffer
  simulationId?: number
}

interface Desk {
  /** By user. */
  waiting: Map<number, number>
  /** By `nameOf` their keys. */
  firsts: Map<string | null, FirstOrder>
  admitted: AdmittedOrder[]
}

type Verdict =
  | { kind: 'accepted' | 'idempotency_conflict'; first: FirstOrder }
  | Extract<WrittenOrder, { kind: 'too_many_queued' }>

function verdict(order: CheckedOrder, { waiting, firsts, admitted }: Desk): Verdict {
  const { taskId, userId, idempotency } = order
  const name = idempotency && nameOf(idempotency)
  const fingerprint = idempotency?.fingerprint ?? Buffer.of()
  const first = firsts.get(name)
  if (first !== undefined) return { kind: first.fingerprint.equals(fingerprint) ? 'accepted' : 'idempotency_conflict', first }
  const before = waiting.get(userId) ?? 0
  if (before >= waitingLimit) return { kind: 'too_many_queued', limit: waitingLimit }
  waiting.set(userId, before + 1)
  admitted.push({ order, waiting: before })
  const made: FirstOrder = { taskId, fingerprint }
  if (name !== null) firsts.set(name, made)
  return { kind: 'accepted', first: made }
}

function nameOf({ userId, key }: IdempotencyKey): string {
  return `${userId} ${key}`
}

/** Gives the numbers of the runs by task. */
async function insertAdmitted(
  context: TaskContext,
  trx: Transaction<Tables>,
  admitted: readonly AdmittedOrder[],
): Promise<Map<string, number>> {
  if (admitted.length === 0) return new Map()
  const rows = admitted.map(({ order: { taskId, userId, command, dialect, checked } }) => {
    const { canonical, symbols } = checked
    const events = [{ type: 'simulation.queued', data: { command: canonical, symbols } }]
    return { taskId, userId, command, dialect, canonical, message: { status: 'queued' as const }, events }
  })
  const simulationIds = await insertSimulations(trx, rows)
  const keys = admitted.flatMap(({ order: { taskId, idempotency } }) => {
    return idempotency === null ? [] : { ...idempotency, simulationId: simulationIds.get(taskId)! }
  })
  await insertIdempotencyKeys(trx, keys)
  const jobs = admitted.map(({ order: { taskId: id, userId, command, dialect, checked }, waiting }) => {
    const data: RunOrder = { command, dialect, today: checked.today }
    return { id, data, userId, waiting }
  })
  await context.jobs.enqueueAll(trx, 'simulation.run', jobs)
  return simulationIds
}
