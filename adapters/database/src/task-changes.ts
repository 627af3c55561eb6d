import { sql } from 'kysely'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import { dataVersion } from './outbox.ts'
import type { Tables, TaskMessageBody } from './tables.ts'

/** What is said of the change of a task; the field `simulation_id` is added to the message and to the data of each event. */
export interface TaskChange {
  message: TaskMessageBody
  events: readonly { type: string; data: Record<string, unknown> }[]
}

export interface ChangedTask {
  simulation_id: number
  user_id: number
}

/** What `recordChange` records: one row at most, which the statement gives back with at least these columns. */
type Changing<Row extends ChangedTask> = RawBuilder<Row>

interface RecordOptions {
  /** For changes that may be undone by a power cut, since what follows from them is undone with them: the disk is not waited for. */
  isFleeting?: boolean
}

/**
 * Changes the row of a task and writes its next message and its events, in one statement. Undefined when there was nothing to change. Who may
 * meet a writer of progress locks the row before, in a statement of its own: this one numbers the message by what it saw when it began.
 */
export async function recordChange<Row extends ChangedTask>(
  db: Kysely<Tables> | Transaction<Tables>,
  { taskId, changing, change: { message, events } }: { taskId: string; changing: Changing<Row>; change: TaskChange },
  { isFleeting = false }: RecordOptions = {},
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    with changed as (${changing}),
    said as (
      insert into task_event (task_id, seq, user_id, message)
      select ${taskId}, 1 + coalesce((select max(seq) from task_event where task_id = ${taskId}), 0), user_id,
        (${JSON.stringify(message)}::jsonb || jsonb_build_object('simulation_id', simulation_id))::json
      from changed),
    told as (
      insert into outbox (id, type, subject, user_id, data, version)
      select gen_random_uuid(), event ->> 'type', ${taskId}, user_id,
        (event -> 'data' || jsonb_build_object('simulation_id', simulation_id, 'task_id', ${taskId}::text))::json, ${dataVersion}
      from changed cross join jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as listed (event, place)
      order by place)
    select changed.* ${isFleeting ? sql`, set_config('synchronous_commit', 'off', true)` : sql``} from changed`.execute(db)
  return rows[0]
}

/** From here on nobody else changes the task or says something of it until the transaction ends. */
export async function lockTask(trx: Transaction<Tables>, table: 'simulations' | 'reports', taskId: string): Promise<void> {
  await sql`select from ${sql.table(table)} where task_id = ${taskId} for no key update`.execute(trx)
}
