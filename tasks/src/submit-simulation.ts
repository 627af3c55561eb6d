import { randomUUID } from 'node:crypto'
import type { DiagnosticDocument } from '@portofino/simulator'
import { announceTask } from './announce-task.ts'
import { checkCommand } from './check-command.ts'
import type { TaskContext } from './context.ts'
import { idempotencyOf, type SimulationOrder } from './repeated-order.ts'
import { writeOrder, type WrittenOrder } from './written-orders.ts'

export type SubmittedSimulation =
  | WrittenOrder
  /** At least one is an error. */
  | { kind: 'faulty'; diagnostics: DiagnosticDocument[] }

/** Writes the run, its first message, its event and its job: all of them or none. */
export async function submitSimulation(context: TaskContext, order: SimulationOrder): Promise<SubmittedSimulation> {
  const checked = await checkCommand(context, order)
  if (checked.kind === 'faulty') return { kind: 'faulty', diagnostics: checked.diagnostics }
  const taskId = randomUUID()
  const { userId, command, dialect } = order
  const submitted = await writeOrder(context, { taskId, userId, command, dialect, checked, idempotency: idempotencyOf(order) })
  if (submitted.kind === 'accepted' && submitted.taskId === taskId) {
    context.meters.tasksSubmitted.inc({ subject: 'simulations' })
    context.jobs.wake('simulation.run')
    const message = { status: 'queued' as const, simulation_id: submitted.simulationId }
    announceTask(context, taskId, { seq: 1, userId, message })
  }
  return submitted
}
