import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { SimulationFigures, Tables } from './tables.ts'

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
export async function insertSimulation(trx: Transaction<Tables>, simulation: NewSimulation): Promise<number> {
  const { taskId, userId, command, dialect, canonical } = simulation
  const row = await trx
    .insertInto('simulations')
    .values({ task_id: taskId, user_id: userId, command, dialect, canonical, status: 'queued' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
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

/** Undefined when it has ended already. Repeated when the run before was cut off. */
export async function startSimulation(trx: Transaction<Tables>, taskId: string) {
  return trx
    .updateTable('simulations')
    .set({ status: 'running', started_at: sql<Date>`coalesce(started_at, now())` })
    .where('task_id', '=', taskId)
    .where('status', 'in', ['queued', 'running'])
    .returning(['id', 'user_id', 'command', 'dialect'])
    .executeTakeFirst()
}

/** Back among those that wait; undefined when it no longer runs. */
export async function requeueSimulation(trx: Transaction<Tables>, taskId: string) {
  return trx
    .updateTable('simulations')
    .set({ status: 'queued' })
    .where('task_id', '=', taskId)
    .where('status', '=', 'running')
    .returning(['id', 'user_id'])
    .executeTakeFirst()
}

/** Undefined when it no longer runs. */
export async function finishSimulation(
  trx: Transaction<Tables>,
  { taskId, resultKey, figures }: { taskId: string; resultKey: Buffer; figures: SimulationFigures },
) {
  return trx
    .updateTable('simulations')
    .set({
      status: 'done',
      finished_at: sql<Date>`now()`,
      result_key: resultKey,
      cagr: figures.cagr,
      sharpe: figures.sharpe,
      max_drawdown: figures.maxDrawdown,
      total_return: figures.totalReturn,
      period_from: figures.periodFrom,
      period_to: figures.periodTo,
    })
    .where('task_id', '=', taskId)
    .where('status', '=', 'running')
    .returning(['id', 'user_id'])
    .executeTakeFirst()
}

/** Undefined when it has ended already. */
export async function failSimulation(trx: Transaction<Tables>, { taskId, error }: { taskId: string; error: object }) {
  return trx
    .updateTable('simulations')
    .set({ status: 'failed', finished_at: sql<Date>`now()`, error: JSON.stringify(error) })
    .where('task_id', '=', taskId)
    .where('status', 'in', ['queued', 'running'])
    .returning(['id', 'user_id'])
    .executeTakeFirst()
}

/** Undefined when it has ended already, does not exist, or belongs to somebody else. */
export async function cancelSimulation(trx: Transaction<Tables>, { taskId, userId }: { taskId: string; userId: number }) {
  return trx
    .updateTable('simulations')
    .set({ status: 'canceled', finished_at: sql<Date>`now()` })
    .where('task_id', '=', taskId)
    .where('user_id', '=', userId)
    .where('status', 'in', ['queued', 'running'])
    .returning(['id', 'user_id'])
    .executeTakeFirst()
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
export async function findSimulationTask(db: Connection, { userId, taskId }: { userId: number; taskId: string }) {
  return db
    .selectFrom('simulations')
    .select(['id', 'status', 'result_key'])
    .where('task_id', '=', taskId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
}
