import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'
import {
  type ChangedTask,
  lockTask,
  type RecordedTask,
  recordChange,
  simulationIdIn,
  type TaskChange,
  type TaskTable,
} from './task-changes.ts'

export interface TaskRow {
  table: TaskTable
  taskId: string
}

const hasNotEnded = sql`status in ('queued', 'running')`

/** Back among those that wait; undefined when it does not run. */
export async function setTaskQueued(trx: Transaction<Tables>, task: TaskRow, change: TaskChange) {
  return setStatus(trx, task, { set: sql`status = 'queued'`, where: sql`status = 'running'`, change })
}

/** Undefined when it has ended already. */
export async function setTaskFailed(
  trx: Transaction<Tables>,
  { error, ...task }: TaskRow & { error: object },
  change: TaskChange,
) {
  const set = sql`status = 'failed', finished_at = now(), error = ${JSON.stringify(error)}`
  return setStatus(trx, task, { set, where: hasNotEnded, change })
}

/** Undefined when it has ended already, does not exist, or belongs to somebody else. */
export async function setTaskCanceled(
  trx: Transaction<Tables>,
  { userId, ...task }: TaskRow & { userId: number },
  change: TaskChange,
) {
  const where = sql`user_id = ${userId} and ${hasNotEnded}`
  return setStatus(trx, task, { set: sql`status = 'canceled', finished_at = now()`, where, change })
}

interface StatusChange {
  set: RawBuilder<unknown>
  where: RawBuilder<unknown>
  change: TaskChange
}

async function setStatus(
  trx: Transaction<Tables>,
  { table, taskId }: TaskRow,
  { set, where, change }: StatusChange,
): Promise<RecordedTask | undefined> {
  await lockTask(trx, table, taskId)
  const changing = sql<ChangedTask>`
    update ${sql.table(table)} set ${set} where task_id = ${taskId} and ${where}
    returning task_id, ${simulationIdIn(table)} as simulation_id, user_id`
  return recordChange(trx, { taskId, changing, change })
}
