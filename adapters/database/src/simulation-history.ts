import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { SimulationId } from './simulations.ts'
import type { Tables, TaskStatus } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

const sortColumns = ['created_at', 'name', 'cagr', 'sharpe', 'max_drawdown', 'total_return'] as const
export type HistorySort = (typeof sortColumns)[number] | `-${(typeof sortColumns)[number]}`

export interface HistoryFilter {
  userId: number
  status: TaskStatus | 'all'
  /** Part of the command or the name, in any case. */
  q?: string | undefined
  tag?: string | undefined
  /** ISO dates, in UTC, of the creation; both days included. */
  from?: string | undefined
  to?: string | undefined
}

export interface HistoryPage {
  sort: HistorySort
  /** From 1. */
  page: number
  pageSize: number
}

const itemColumns = [
  'id',
  'task_id',
  'user_id',
  'command',
  'cagr',
  'sharpe',
  'max_drawdown',
  'total_return',
  'created_at',
  'finished_at',
  'status',
  'name',
  'tags',
  'period_from',
  'period_to',
] as const

/** One page of a user's runs, and how many fit in all. Undefined figures come last in either direction. */
export async function listSimulations(db: Connection, filter: HistoryFilter, { sort, page, pageSize }: HistoryPage) {
  const fitting = filtered(db, filter)
  const column = sortColumns.find((name) => sort === name || sort === `-${name}`) ?? 'created_at'
  const isDown = sort.startsWith('-')
  const [count, items] = await Promise.all([
    fitting.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    fitting
      .select([...itemColumns])
      // Ids are made in the order of creation, and there is an index of them.
      .$if(column !== 'created_at', (query) =>
        query.orderBy(column, (order) => (isDown ? order.desc() : order.asc()).nullsLast()),
      )
      .orderBy('id', column !== 'created_at' || isDown ? 'desc' : 'asc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
  ])
  return { total: count.total, items }
}

function filtered(db: Connection, { userId, status, q, tag, from, to }: HistoryFilter) {
  let query = db.selectFrom('simulations').where('user_id', '=', userId).where('deleted_at', 'is', null)
  if (status !== 'all') query = query.where('status', '=', status)
  if (tag !== undefined) query = query.where(sql<boolean>`${tag} = any(tags)`)
  if (from !== undefined) query = query.where('created_at', '>=', startOfDay(from, 0))
  if (to !== undefined) query = query.where('created_at', '<', startOfDay(to, 1))
  if (q === undefined) return query
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return query.where((of) => of.or([of('command', 'ilike', pattern), of('name', 'ilike', pattern)]))
}

function startOfDay(iso: string, daysLater: number): Date {
  const day = new Date(`${iso}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + daysLater)
  return day
}

export interface HistoryChange {
  userId: number
  id: SimulationId
  /** What is left out stays. */
  name?: string | undefined
  tags?: readonly string[] | undefined
}

/** Undefined when there is nothing to change. */
export async function changeSimulation(trx: Transaction<Tables>, { userId, id, name, tags }: HistoryChange) {
  return trx
    .updateTable('simulations')
    .set({
      name: sql<string>`coalesce(${name ?? null}, name)`,
      tags: sql<string[]>`coalesce(${tags === undefined ? null : [...tags]}::text[], tags)`,
    })
    .where(typeof id === 'number' ? 'id' : 'task_id', '=', id)
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .returning([...itemColumns])
    .executeTakeFirst()
}

interface Owner {
  userId: number
  id: SimulationId
}

/** Undefined when there is nothing to delete. A run that has not ended is not deleted. */
export async function deleteSimulation(trx: Transaction<Tables>, { userId, id }: Owner) {
  return trx
    .updateTable('simulations')
    .set({ deleted_at: sql<Date>`now()` })
    .where(typeof id === 'number' ? 'id' : 'task_id', '=', id)
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .where('status', 'in', ['done', 'failed', 'canceled'])
    .returning(['id', 'task_id'])
    .executeTakeFirst()
}

/** Undefined when there is nothing to restore. */
export async function restoreSimulation(trx: Transaction<Tables>, { userId, id }: Owner) {
  return trx
    .updateTable('simulations')
    .set({ deleted_at: null })
    .where(typeof id === 'number' ? 'id' : 'task_id', '=', id)
    .where('user_id', '=', userId)
    .where('deleted_at', 'is not', null)
    .returning([...itemColumns])
    .executeTakeFirst()
}

/** Removes for good what was deleted before the moment; says how many. */
export async function purgeSimulations(db: Connection, deletedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('simulations').where('deleted_at', '<', deletedBefore).executeTakeFirst()
  return Number(numDeletedRows)
}
