import { createHash, randomUUID } from 'node:crypto'
import {
  countWaitingTasks,
  findIdempotentSimulation,
  insertIdempotencyKey,
  insertSimulation,
  type Tables,
} from '@portofino/database'
import type { DiagnosticDocument } from '@portofino/simulator'
import type { Dialect } from '@portofino/strategy'
import type { Transaction } from 'kysely'
import { announceTask } from './announce-task.ts'
import { checkCommand, type SoundCommand } from './check-command.ts'
import type { TaskContext } from './context.ts'

export interface SimulationOrder {
  userId: number
  command: string
  dialect: Dialect
  /** A repeated order with the same key is answered like the first and runs nothing. */
  idempotencyKey?: string | null
}

export type SubmittedSimulation =
  | { kind: 'accepted'; taskId: string; simulationId: number }
  /** At least one is an error. */
  | { kind: 'faulty'; diagnostics: DiagnosticDocument[] }
  | { kind: 'too_many_queued'; limit: number }
  /** The key belongs to another order. */
  | { kind: 'idempotency_conflict' }

/** Simulations and reports of one user that may wait at a time. */
export const waitingLimit = 20

/** Writes the run, its first message, its event and its job: all of them or none. */
export async function submitSimulation(context: TaskContext, order: SimulationOrder): Promise<SubmittedSimulation> {
  const checked = await checkCommand(context, order)
  if (checked.kind === 'faulty') return { kind: 'faulty', diagnostics: checked.diagnostics }
  const taskId = randomUUID()
  const submitted = await context.database.db
    .transaction()
    .execute(async (trx) => submit(context, trx, { ...order, taskId, checked }))
  if (submitted.kind === 'accepted' && submitted.taskId === taskId) {
    context.meters.tasksSubmitted.inc({ subject: 'simulations' })
    context.jobs.wake('simulation.run')
    announceTask(context, taskId)
  }
  return submitted
}

interface CheckedOrder extends SimulationOrder {
  taskId: string
  checked: SoundCommand
}

async function submit(context: TaskContext, trx: Transaction<Tables>, order: CheckedOrder): Promise<SubmittedSimulation> {
  const { taskId, userId, command, dialect, checked, idempotencyKey: key = null } = order
  const waiting = await countWaitingTasks(trx, userId)
  const fingerprint = createHash('sha256').update(`${dialect}\n${command}`).digest()
  const first = key === null ? undefined : await findIdempotentSimulation(trx, { userId, key })
  if (first !== undefined) {
    if (!first.fingerprint.equals(fingerprint)) return { kind: 'idempotency_conflict' }
    return { kind: 'accepted', taskId: first.task_id, simulationId: first.id }
  }
  if (waiting >= waitingLimit) return { kind: 'too_many_queued', limit: waitingLimit }

  const { canonical, symbols, today } = checked
  const change = {
    message: { status: 'queued' as const },
    events: [{ type: 'simulation.queued', data: { command: canonical, symbols } }],
  }
  const simulationId = await insertSimulation(trx, { taskId, userId, command, dialect, canonical }, change)
  if (key !== null) await insertIdempotencyKey(trx, { userId, key, fingerprint, simulationId })
  await context.jobs.enqueue(trx, { queue: 'simulation.run', id: taskId, data: { today }, userId, waiting })
  return { kind: 'accepted', taskId, simulationId }
}
