import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'
import { type ChangedTask, recordChange, type TaskChange } from './task-changes.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

/** Runs inside the caller's transaction, so that the row and its job exist together or not at all. */
export async function insertReport(
  trx: Transaction<Tables>,
  { taskId, userId, simulationId }: { taskId: string; userId: number; simulationId: number },
  change: TaskChange,
): Promise<void> {
  const changing = sql<ChangedTask>`
    insert into reports (task_id, user_id, simulation_id, status) values (${taskId}, ${userId}, ${simulationId}, 'queued')
    returning task_id, simulation_id, user_id`
  await recordChange(trx, { taskId, changing, change })
}

/** Undefined when it has ended already. Repeated when the run before was cut off. */
export async function startReport(db: Connection, taskId: string, change: TaskChange) {
  const changing = sql<ChangedTask>`
    update reports set status = 'running' where task_id = ${taskId} and status in ('queued', 'running')
    returning task_id, simulation_id, user_id`
  return recordChange(db, { taskId, changing, change }, { isFleeting: true })
}

export interface FinishedReport {
  taskId: string
  fileName: string
  file: Uint8Array
  expiresAt: Date
}

/** Undefined when it has ended already; also when a power cut took back that it had begun. */
export async function finishReport(
  trx: Transaction<Tables>,
  { taskId, fileName, file, expiresAt }: FinishedReport,
  change: TaskChange,
) {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const changing = sql<ChangedTask>`
    update reports
    set status = 'done', finished_at = now(), file_name = ${fileName}, file = ${bytes}, expires_at = ${expiresAt}
    where task_id = ${taskId} and status in ('queued', 'running')
    returning task_id, simulation_id, user_id`
  return recordChange(trx, { taskId, changing, change })
}

interface Owner {
  userId: number
  taskId: string
}

/** Without the file. Undefined when it does not exist or belongs to somebody else. */
export async function findReport(db: Connection, { userId, taskId }: Owner) {
  return db
    .selectFrom('reports')
    .select(['task_id', 'simulation_id', 'status', 'created_at', 'finished_at', 'expires_at', 'file_name', 'error'])
    .where('task_id', '=', taskId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}

/** Undefined when there is none of this user's; `file` is null before it is made and after it expired. */
export async function findReportFile(db: Connection, { userId, taskId }: Owner) {
  return db
    .selectFrom('reports')
    .select(['status', 'file_name', 'expires_at', sql<Buffer | null>`case when expires_at > now() then file end`.as('file')])
    .where('task_id', '=', taskId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}

/** Drops the bytes of what has expired; the row stays and says so. Says how many. */
export async function removeExpiredReportFiles(db: Connection, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reports')
    .set({ file: null })
    .where('expires_at', '<=', now)
    .where('file', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
