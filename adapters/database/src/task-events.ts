import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { TaskMessageBody, Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface TaskEvent {
  seq: number
  userId: number
  message: TaskMessageBody
}

/** The next event of a task whose row the transaction has locked, so that nobody else writes one meanwhile. Gives its number. */
async function appendTaskEvent(
  trx: Transaction<Tables>,
  { taskId, userId, message }: { taskId: string; userId: number; message: TaskMessageBody },
): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    insert into task_event (task_id, seq, user_id, message)
    select ${taskId}, coalesce(max(seq), 0) + 1, ${userId}, ${JSON.stringify(message)}::json from task_event where task_id = ${taskId}
    returning seq`.execute(trx)
  return rows[0]!.seq
}

/** An event of a task that runs and goes on running; undefined when it has ended. */
export async function appendProgress(
  db: Connection,
  { table, taskId, message }: { table: 'simulations' | 'reports'; taskId: string; message: TaskMessageBody },
): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ user_id: number }>`
      select user_id from ${sql.table(table)} where task_id = ${taskId} and status = 'running' for no key update`.execute(trx)
    const owner = rows[0]
    return owner && appendTaskEvent(trx, { taskId, userId: owner.user_id, message })
  })
}

/** Undefined when there is none. */
export async function findLastTaskEvent(db: Connection, taskId: string): Promise<TaskEvent | undefined> {
  const row = await db
    .selectFrom('task_event')
    .select(['seq', 'user_id', 'message'])
    .where('task_id', '=', taskId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { seq: row.seq, userId: row.user_id, message: row.message }
}

/** Those with a higher number, in order. */
export async function listTaskEvents(
  db: Connection,
  { taskId, after, limit = 1000 }: { taskId: string; after: number; limit?: number },
): Promise<TaskEvent[]> {
  const rows = await db
    .selectFrom('task_event')
    .select(['seq', 'user_id', 'message'])
    .where('task_id', '=', taskId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(({ seq, user_id: userId, message }) => ({ seq, userId, message }))
}

/** The number of the latest event of each of the tasks. */
export async function latestTaskEvents(db: Connection, taskIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ task_id: string; seq: number }>`
    select task_id, max(seq) as seq from task_event where task_id = any(${taskIds}::uuid[]) group by task_id`.execute(db)
  return new Map(rows.map(({ task_id: taskId, seq }) => [taskId, seq]))
}

/** Removes all events of tasks whose last one is older than the moment and final; says how many. */
export async function removeTaskEvents(db: Connection, olderThan: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from task_event where at < ${olderThan} and task_id in (
      select task_id from task_event
      where at < ${olderThan} and message ->> 'status' in ('done', 'failed', 'canceled'))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
