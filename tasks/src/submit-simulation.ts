import { createHash, randomUUID } from 'node:crypto'
import type { DiagnosticDocument } from '@portofino/simulator'
import type { Dialect } from '@portofino/strategy'
import { announceTask } from './announce-task.ts'
import { checkCommand } from './check-command.ts'
import type { TaskContext } from './context.ts'
import { writeOrder, type WrittenOrder } from './written-orders.ts'

export interface SimulationOrder {
  userId: number
  command: string
  dialect: Dialect
  /** A repeated order with the same key is answered like the first and runs nothing. */
  idempotencyKey?: string | null
}

export type SubmittedSimulation =
  | WrittenOrder
  /** At least one is an error. */
  | { kind: 'faulty'; diagnostics: DiagnosticDocument[] }

/** Writes the run, its first message, its event and its job: all of them or none. */
export async function submitSimulation(context: TaskContext, order: SimulationOrder): Promise<SubmittedSimulation> {
  const checked = await checkCommand(context, order)
  if (checked.kind === 'faulty') return { kind: 'faulty', diagnostics: checked.diagnostics }
  const taskId = randomUUID()
  const { userId, command, dialect, idempotencyKey } = order
  const fingerprint = createHash('sha256').update(`${dialect}\n${command}`).digest()
  const idempotency = typeof idempotencyKey === 'string' ? { userId, key: idempotencyKey, fingerprint } : null
  const submitted = await writeOrder(context, { taskId, userId, command, dialect, checked, idempotency })
  if (submitted.kind === 'accepted' && submitted.taskId === taskId) {
    context.meters.tasksSubmitted.inc({ subject: 'simulations' })
    context.jobs.wake('simulation.run')
    const message = { status: 'queued' as const, simulation_id: submitted.simulationId }
    announceTask(context, taskId, { seq: 1, userId, message })
  }
  return submitted
}
