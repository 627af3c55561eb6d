import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { SimulationFigures, Tables } from './tables.ts'
import { type ChangedTask, lockTask, recordChange, type TaskChange } from './task-changes.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

export interface NewSimulation {
  taskId: string
  userId: number
  command: string
  dialect: 'default' | 'legacy'
  /** The command as resolved and printed. */
  canonical: string
}

/** Either id of a simulation: its number, or the UUID of its task. */
export type SimulationId = number | string

/** Runs inside the caller's transaction, so that the row and its job exist together or not at all. */
export async function insertSimulation(
  trx: Transaction<Tables>,
  { taskId, userId, command, dialect, canonical }: NewSimulation,
  change: TaskChange,
): Promise<number> {
  const changing = sql<ChangedTask>`
    insert into simulations (task_id, user_id, command, dialect, canonical, status)
    values (${taskId}, ${userId}, ${command}, ${dialect}, ${canonical}, 'queued')
    returning id as simulation_id, user_id`
  const row = await recordChange(trx, { taskId, changing, change })
  return row!.simulation_id
}

/** How many simulations and reports of the user wait. Nobody else counts until the transaction ends. */
export async function countWaitingTasks(trx: Transaction<Tables>, userId: number): Promise<number> {
  await sql`select from users where id = ${userId} for no key update`.execute(trx)
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*) from simulations where user_id = ${userId} and status = 'queued')
         + (select count(*) from reports where user_id = ${userId} and status = 'queued') as waiting`.execute(trx)
  return rows[0]!.waiting
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

export interface StartedSimulation extends ChangedTask {
  command: string
  dialect: 'default' | 'legacy'
}

/** Undefined when it has ended already. Repeated when the run before was cut off. */
export async function startSimulation(
  db: Connection,
  taskId: string,
  change: TaskChange,
): Promise<StartedSimulation | undefined> {
  const changing = sql<StartedSimulation>`
    update simulations set status = 'running', started_at = coalesce(started_at, now())
    where task_id = ${taskId} and status in ('queued', 'running')
    returning id as simulation_id, user_id, command, dialect`
  return recordChange(db, { taskId, changing, change }, { isFleeting: true })
}

/** Back among those that wait; undefined when it no longer runs. */
export async function requeueSimulation(trx: Transaction<Tables>, taskId: string, change: TaskChange) {
  await lockTask(trx, 'simulations', taskId)
  const changing = sql<ChangedTask>`
    update simulations set status = 'queued' where task_id = ${taskId} and status = 'running'
    returning id as simulation_id, user_id`
  return recordChange(trx, { taskId, changing, change })
}

export interface FinishedSimulation {
  taskId: string
  resultKey: Buffer
  figures: SimulationFigures
}

/** Undefined when it no longer runs. */
export async function finishSimulation(
  trx: Transaction<Tables>,
  { taskId, resultKey, figures }: FinishedSimulation,
  change: TaskChange,
) {
  const { cagr, sharpe, maxDrawdown, totalReturn, periodFrom, periodTo } = figures
  const changing = sql<ChangedTask>`
    update simulations
    set status = 'done', finished_at = now(), result_key = ${resultKey}, cagr = ${cagr}, sharpe = ${sharpe},
      max_drawdown = ${maxDrawdown}, total_return = ${totalReturn}, period_from = ${periodFrom}, period_to = ${periodTo}
    where task_id = ${taskId} and status = 'running'
    returning id as simulation_id, user_id`
  return recordChange(trx, { taskId, changing, change })
}

/** Undefined when it has ended already. */
export async function failSimulation(
  trx: Transaction<Tables>,
  { taskId, error }: { taskId: string; error: object },
  change: TaskChange,
) {
  await lockTask(trx, 'simulations', taskId)
  const changing = sql<ChangedTask>`
    update simulations set status = 'failed', finished_at = now(), error = ${JSON.stringify(error)}
    where task_id = ${taskId} and status in ('queued', 'running')
    returning id as simulation_id, user_id`
  return recordChange(trx, { taskId, changing, change })
}

interface TaskOwner {
  userId: number
  taskId: string
}

/** Undefined when it has ended already, does not exist, or belongs to somebody else. */
export async function cancelSimulation(trx: Transaction<Tables>, { taskId, userId }: TaskOwner, change: TaskChange) {
  await lockTask(trx, 'simulations', taskId)
  const changing = sql<ChangedTask>`
    update simulations set status = 'canceled', finished_at = now()
    where task_id = ${taskId} and user_id = ${userId} and status in ('queued', 'running')
    returning id as simulation_id, user_id`
  return recordChange(trx, { taskId, changing, change })
}

/** Undefined when it does not exist, was deleted, or belongs to somebody else: the caller cannot tell which. */
export async function findSimulation(db: Connection, { userId, id }: { userId: number; id: SimulationId }) {
  return db
    .selectFrom('simulations')
    .selectAll()
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
