import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable, Transaction } from 'kysely'
import { runProgress, type SimulationId } from './simulations.ts'
import type { Tables, TaskStatus } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

const sortColumns = ['created_at', 'name', 'cagr', 'sharpe', 'max_drawdown', 'total_return'] as const
export type HistorySort = (typeof sortColumns)[number] | `-${(typeof sortColumns)[number]}`

export interface HistoryFilter {
  userId: number
  status: TaskStatus | 'all'
  /** How a done run ended. */
  outcome?: 'ok' | 'ruined' | undefined
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
  /** Whether to give the points of each, which take as long as all the rest. */
  withSpark: boolean
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
  'outcome',
  'error',
] as const

interface HistoryItem extends Pick<Selectable<Tables['simulations']>, (typeof itemColumns)[number]> {
  progress: number | null
  /** Where it was asked for. */
  spark?: number[] | null
}

const counted = ['queued', 'running', 'done', 'ruined', 'failed', 'canceled'] as const

/** By status, whichever of them is listed; those that are ruined are among those that are done. */
export type HistoryCounts = Record<(typeof counted)[number], number>

/** One page of a user's runs, how many fit in all, and how many would with another status. Undefined figures come last in either direction. */
export async function listSimulations(
  db: Connection,
  filter: HistoryFilter,
  { sort, page, pageSize, withSpark }: HistoryPage,
): Promise<{ total: number; counts: HistoryCounts; items: HistoryItem[] }> {
  const columns = [...itemColumns, ...(withSpark ? ['spark'] : [])].map((column) => sql.ref(column))
  const [fitting, chosen] = [fittingRuns(filter), chosenStatus(filter)]
  const counts = counted.map(
    (name) => sql`count(*) filter (where ${sql.ref(name === 'ruined' ? 'outcome' : 'status')} = ${name}) as ${sql.ref(name)}`,
  )
  // One question and one answer: most of the time of so small a list is their way.
  const { rows } = await sql<HistoryItem & HistoryCounts & { total: number }>`
    select counted.*, listed.* from (select count(*) filter (where ${chosen}) as total, ${sql.join(counts)} ${fitting}) as counted
    left join lateral (
      select ${sql.join(columns)}, ${runProgress} as progress ${fitting} and ${chosen}
      order by ${orderOf(sort)} limit ${pageSize} offset ${(page - 1) * pageSize}) as listed on true`.execute(db)
  const items = rows.filter(({ id }) => (id as number | null) !== null)
  const { total, queued, running, done, ruined, failed, canceled } = rows[0]!
  return { total, counts: { queued, running, done, ruined, failed, canceled }, items }
}

function chosenStatus({ status, outcome }: HistoryFilter): RawBuilder<unknown> {
  const conditions = [status === 'all' ? sql`true` : sql`status = ${status}`]
  if (outcome !== undefined) conditions.push(sql`outcome = ${outcome}`)
  return sql.join(conditions, sql` and `)
}

/** Only what is asked for, so that the usual list is answered by an index. */
function fittingRuns({ userId, q, tag, from, to }: HistoryFilter): RawBuilder<unknown> {
  const conditions = [sql`user_id = ${userId} and deleted_at is null`]
  if (tag !== undefined) conditions.push(sql`${tag} = any(tags)`)
  if (from !== undefined) conditions.push(sql`created_at >= ${startOfDay(from, 0)}`)
  if (to !== undefined) conditions.push(sql`created_at < ${startOfDay(to, 1)}`)
  const pattern = q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  if (pattern !== null) conditions.push(sql`(command ilike ${pattern} or name ilike ${pattern})`)
  return sql`from simulations where ${sql.join(conditions, sql` and `)}`
}

function orderOf(sort: HistorySort): RawBuilder<unknown> {
  const column = sortColumns.find((name) => sort === name || sort === `-${name}`) ?? 'created_at'
  const direction = sort.startsWith('-') ? sql`desc` : sql`asc`
  // Ids are made in the order of creation, and there is an index of them.
  if (column === 'created_at') return sql`id ${direction}`
  return sql`${sql.ref(column)} ${direction} nulls last, id desc`
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
    .returning([...itemColumns, runProgress.as('progress')])
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
    .returning([...itemColumns, runProgress.as('progress')])
    .executeTakeFirst()
}

/** Removes for good what was deleted before the moment; says how many. */
export async function purgeSimulations(db: Connection, deletedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('simulations').where('deleted_at', '<', deletedBefore).executeTakeFirst()
  return Number(numDeletedRows)
}
