import { sql } from 'kysely'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { SimulationFigures, Tables } from './tables.ts'
import { type ChangedTask, type RecordedTask, recordChanges, type TaskChange } from './task-changes.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewSimulation {
  taskId: string
  userId: number
  command: string
  dialect: 'default' | 'legacy'
  /** The command as resolved and printed. */
  canonical: string
}

/** Percent of a run that goes on, as its latest message has it; null for others. */
export const runProgress: RawBuilder<number | null> = sql`case when simulations.status = 'running' then coalesce((
  select (message ->> 'percent')::float8 from task_event where task_event.task_id = simulations.task_id order by seq desc limit 1), 0) end`

/** Either id of a simulation: its number, or the UUID of its task. */
export type SimulationId = number | string

/** Inside the caller's transaction, so that the rows and their jobs exist together or not at all. Their numbers, by task. */
export async function insertSimulations(
  trx: Transaction<Tables>,
  given: readonly (NewSimulation & TaskChange)[],
): Promise<Map<string, number>> {
  const rows = given.map(({ taskId, userId, command, dialect, canonical }) => {
    return { task_id: taskId, user_id: userId, command, dialect, canonical }
  })
  const changing = sql<ChangedTask>`
    insert into simulations (task_id, user_id, command, dialect, canonical, status)
    select task_id, user_id, command, dialect, canonical, 'queued'
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as asked (task_id uuid, user_id integer, command text, dialect text, canonical text)
    returning task_id, id as simulation_id, user_id`
  const inserted = await recordChanges(trx, { changing, changes: given })
  return new Map(inserted.map(({ task_id: taskId, simulation_id: id }) => [taskId, id]))
}

/** How many simulations and reports of each of the users wait. Nobody else counts theirs until the transaction ends. */
export async function countWaitingTasks(trx: Transaction<Tables>, userIds: readonly number[]): Promise<Map<number, number>> {
  await sql`select from users where id = any(${userIds}::integer[]) order by id for no key update`.execute(trx)
  const { rows } = await sql<{ user_id: number; waiting: number }>`
    select user_id, (select count(*) from simulations where simulations.user_id = asked.user_id and status = 'queued')
      + (select count(*) from reports where reports.user_id = asked.user_id and status = 'queued') as waiting
    from unnest(${userIds}::integer[]) as asked (user_id)`.execute(trx)
  return new Map(rows.map(({ user_id: userId, waiting }) => [userId, waiting]))
}

/** How many simulations of anybody wait before this one. */
export async function countWaitingBefore(db: Connection, id: number): Promise<number> {
  const row = await db
    .selectFrom('simulations')
    .select((of) => of.fn.countAll<number>().as('waiting'))
    .where('status', '=', 'queued')
    .where('id', '<', id)
    .executeTakeFirstOrThrow()
  return row.waiting
}

/** Those that have not ended already. Repeated when the run before was cut off. */
export async function startSimulations(db: Connection, taskIds: readonly string[], change: TaskChange): Promise<RecordedTask[]> {
  const changing = sql<ChangedTask>`
    update simulations set status = 'running', started_at = coalesce(started_at, now())
    where task_id = any(${taskIds}::uuid[]) and status in ('queued', 'running')
    returning task_id, id as simulation_id, user_id`
  const changes = taskIds.map((taskId) => ({ taskId, ...change }))
  return recordChanges(db, { changing, changes }, { isFleeting: true })
}

/** What these tasks run, by their ids. */
export async function findCommands(db: Connection, taskIds: readonly string[]) {
  const { rows } = await sql<{ task_id: string; command: string; dialect: 'default' | 'legacy' }>`
    select task_id, command, dialect from simulations where task_id = any(${taskIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ task_id: taskId, command, dialect }) => [taskId, { command, dialect }]))
}

export interface FinishedSimulation {
  taskId: string
  resultKey: Buffer
  figures: SimulationFigures
}

/** Those that have not ended already; also when a power cut took back that they had begun. */
export async function finishSimulations(
  trx: Transaction<Tables>,
  finished: readonly (FinishedSimulation & TaskChange)[],
): Promise<RecordedTask[]> {
  const rows = finished.map(({ taskId, resultKey, figures }) => {
    const {
      cagr,
      sharpe,
      maxDrawdown: max_drawdown,
      totalReturn: total_return,
      periodFrom,
      periodTo,
      status: outcome,
      spark,
    } = figures
    const headline = { cagr, sharpe, max_drawdown, total_return, period_from: periodFrom, period_to: periodTo, outcome, spark }
    return { task_id: taskId, result_key: resultKey.toString('hex'), ...headline }
  })
  const changing = sql<ChangedTask>`
    update simulations
    set status = 'done', finished_at = now(), result_key = decode(ended.result_key, 'hex'), cagr = ended.cagr, sharpe = ended.sharpe,
      max_drawdown = ended.max_drawdown, total_return = ended.total_return, period_from = ended.period_from, period_to = ended.period_to,
      outcome = ended.outcome, spark = ended.spark
    from json_to_recordset(${JSON.stringify(rows)}::json) as ended (task_id uuid, result_key text, cagr float8, sharpe float8,
      max_drawdown float8, total_return float8, period_from date, period_to date, outcome text, spark json)
    where simulations.task_id = ended.task_id and status in ('queued', 'running')
    returning simulations.task_id, id as simulation_id, user_id`
  return recordChanges(trx, { changing, changes: finished })
}

interface TaskOwner {
  userId: number
  taskId: string
}

/** Undefined when it does not exist, was deleted, or belongs to somebody else: the caller cannot tell which. */
export async function findSimulation(db: Connection, { userId, id }: { userId: number; id: SimulationId }) {
  return db
    .selectFrom('simulations')
    .selectAll()
    .select(runProgress.as('progress'))
    .where(typeof id === 'number' ? 'id' : 'task_id', '=', id)
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

/** How the task of a run stands, also of one that was deleted; undefined when it does not exist or belongs to somebody else. */
export async function findSimulationTask(db: Connection, { userId, taskId }: TaskOwner) {
  return db
    .selectFrom('simulations')
    .select(['id', 'status'])
    .where('task_id', '=', taskId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}
