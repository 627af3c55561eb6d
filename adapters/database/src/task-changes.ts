import { sql } from 'kysely'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import { dataVersion } from './outbox.ts'
import type { Tables, TaskMessageBody } from './tables.ts'

/** What is said of the change of a task; the field `simulation_id` is added to the message and to the data of each event. */
export interface TaskChange {
  message: TaskMessageBody
  events: readonly { type: string; data: Record<string, unknown> }[]
}

/** With the task that it is about. */
export interface NewChange extends TaskChange {
  taskId: string
}

export type TaskTable = 'simulations' | 'reports'

export interface ChangedTask {
  task_id: string
  simulation_id: number
  user_id: number
}

/** With the number of the message that was written. */
export interface RecordedTask extends ChangedTask {
  seq: number
}

/** What is recorded: rows of tasks that the statement gives back with at least these columns. */
type Changing<Row extends ChangedTask> = RawBuilder<Row>

interface RecordOptions {
  /** For changes that may be undone by a power cut, since what follows from them is undone with them: the disk is not waited for. */
  isFleeting?: boolean
}

/**
 * Changes rows of tasks and writes the next message and the events of each, in one statement. Gives those that there were to change, with the
 * number of the message. Who may meet a writer of progress locks the row before, in a statement of its own: this one numbers messages by what it
 * saw when it began.
 */
export async function recordChanges<Row extends ChangedTask>(
  db: Kysely<Tables> | Transaction<Tables>,
  { changing, changes }: { changing: Changing<Row>; changes: readonly NewChange[] },
  { isFleeting = false }: RecordOptions = {},
): Promise<(Row & RecordedTask)[]> {
  const given = changes.map(({ taskId, message, events }) => ({ task_id: taskId, message, events }))
  const { rows } = await sql<Row & RecordedTask>`
    with given as (
      select * from rows from (json_to_recordset(${JSON.stringify(given)}::json) as (task_id uuid, message jsonb, events jsonb))
        with ordinality as listed (task_id, message, events, place)),
    changed as (${changing}),
    said as (
      insert into task_event (task_id, seq, user_id, message)
      select task_id, 1 + coalesce((select max(seq) from task_event as earlier where earlier.task_id = changed.task_id), 0), user_id,
        (message || jsonb_build_object('simulation_id', simulation_id))::json
      from changed join given using (task_id)
      returning task_id, seq),
    told as (
      insert into outbox (id, type, subject, user_id, data, version)
      select gen_random_uuid(), event ->> 'type', task_id, user_id,
        (event -> 'data' || jsonb_build_object('simulation_id', simulation_id, 'task_id', task_id))::json, ${dataVersion}
      from changed join given using (task_id)
        cross join jsonb_array_elements(events) with ordinality as listed (event, event_place)
      order by place, event_place)
    select changed.*, seq ${isFleeting ? sql`, set_config('synchronous_commit', 'off', true)` : sql``}
    from changed join said using (task_id)`.execute(db)
  return rows
}

/** The same for one task; undefined when there was nothing to change. */
export async function recordChange<Row extends ChangedTask>(
  db: Kysely<Tables> | Transaction<Tables>,
  { taskId, changing, change }: { taskId: string; changing: Changing<Row>; change: TaskChange },
  options: RecordOptions = {},
): Promise<(Row & RecordedTask) | undefined> {
  const [row] = await recordChanges(db, { changing, changes: [{ taskId, ...change }] }, options)
  return row
}

/** From here on nobody else changes the task or says something of it until the transaction ends. */
export async function lockTask(trx: Transaction<Tables>, table: TaskTable, taskId: string): Promise<void> {
  await sql`select from ${sql.table(table)} where task_id = ${taskId} for no key update`.execute(trx)
}

/** The column that holds the number of the run. */
export function simulationIdIn(table: TaskTable): RawBuilder<number> {
  return sql.ref(table === 'simulations' ? 'id' : 'simulation_id')
}
