import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { TaskMessageBody, TaskStatus, Tables } from './tables.ts'
import { simulationIdIn, type TaskTable } from './task-changes.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface TaskEvent {
  seq: number
  userId: number
  message: TaskMessageBody
}

/** An event of a task that runs and goes on running; undefined when it has ended. Gives its number. */
export async function appendProgress(
  db: Connection,
  { table, taskId, message }: { table: TaskTable; taskId: string; message: TaskMessageBody },
): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    // Whoever ends the task waits for this lock, so that nothing is said after its last message.
    const { rows: owners } = await sql<{ user_id: number; simulation_id: number }>`
      select user_id, ${simulationIdIn(table)} as simulation_id from ${sql.table(table)}
      where task_id = ${taskId} and status = 'running' for no key update`.execute(trx)
    const owner = owners[0]
    if (owner === undefined) return undefined
    const whole = JSON.stringify({ ...message, simulation_id: owner.simulation_id })
    const { rows } = await sql<{ seq: number }>`
      insert into task_event (task_id, seq, user_id, message)
      select ${taskId}, coalesce(max(seq), 0) + 1, ${owner.user_id}, ${whole}::json from task_event where task_id = ${taskId}
      returning seq`.execute(trx)
    return rows[0]!.seq
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

export interface LastEvent {
  seq: number
  status: TaskStatus
}

/** The latest event of each of the tasks. */
export async function latestTaskEvents(db: Connection, taskIds: readonly string[]): Promise<Map<string, LastEvent>> {
  const { rows } = await sql<LastEvent & { task_id: string }>`
    select distinct on (task_id) task_id, seq, message ->> 'status' as status from task_event
    where task_id = any(${taskIds}::uuid[]) order by task_id, seq desc`.execute(db)
  return new Map(rows.map(({ task_id: taskId, ...last }) => [taskId, last]))
}

/** Removes all events of tasks whose last one is older than the moment and final; says how many. */
export async function removeTaskEvents(db: Connection, olderThan: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from task_event where at < ${olderThan} and task_id in (
      select task_id from task_event
      where at < ${olderThan} and message ->> 'status' in ('done', 'failed', 'canceled'))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
