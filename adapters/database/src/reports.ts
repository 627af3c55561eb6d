import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export async function insertReport(
  trx: Transaction<Tables>,
  { taskId, userId, simulationId }: { taskId: string; userId: number; simulationId: number },
): Promise<void> {
  await trx
    .insertInto('reports')
    .values({ task_id: taskId, user_id: userId, simulation_id: simulationId, status: 'queued' })
    .execute()
}

/** Undefined when it has ended already. */
export async function startReport(trx: Transaction<Tables>, taskId: string) {
  return trx
    .updateTable('reports')
    .set({ status: 'running' })
    .where('task_id', '=', taskId)
    .where('status', 'in', ['queued', 'running'])
    .returning(['simulation_id', 'user_id'])
    .executeTakeFirst()
}

/** Back among those that wait; undefined when it no longer runs. */
export async function requeueReport(trx: Transaction<Tables>, taskId: string) {
  return trx
    .updateTable('reports')
    .set({ status: 'queued' })
    .where('task_id', '=', taskId)
    .where('status', '=', 'running')
    .returning(['simulation_id', 'user_id'])
    .executeTakeFirst()
}

export interface FinishedReport {
  taskId: string
  fileName: string
  file: Uint8Array
  expiresAt: Date
}

/** Undefined when it no longer runs. */
export async function finishReport(trx: Transaction<Tables>, { taskId, fileName, file, expiresAt }: FinishedReport) {
  return trx
    .updateTable('reports')
    .set({
      status: 'done',
      finished_at: sql<Date>`now()`,
      file_name: fileName,
      file: Buffer.from(file.buffer, file.byteOffset, file.byteLength),
      expires_at: expiresAt,
    })
    .where('task_id', '=', taskId)
    .where('status', '=', 'running')
    .returning(['simulation_id', 'user_id'])
    .executeTakeFirst()
}

/** Undefined when it has ended already. */
export async function failReport(trx: Transaction<Tables>, { taskId, error }: { taskId: string; error: object }) {
  return trx
    .updateTable('reports')
    .set({ status: 'failed', finished_at: sql<Date>`now()`, error: JSON.stringify(error) })
    .where('task_id', '=', taskId)
    .where('status', 'in', ['queued', 'running'])
    .returning(['simulation_id', 'user_id'])
    .executeTakeFirst()
}

/** Undefined when it has ended already, does not exist, or belongs to somebody else. */
export async function cancelReport(trx: Transaction<Tables>, { taskId, userId }: { taskId: string; userId: number }) {
  return trx
    .updateTable('reports')
    .set({ status: 'canceled', finished_at: sql<Date>`now()` })
    .where('task_id', '=', taskId)
    .where('user_id', '=', userId)
    .where('status', 'in', ['queued', 'running'])
    .returning(['simulation_id', 'user_id'])
    .executeTakeFirst()
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
