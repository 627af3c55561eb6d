import type { HistoryPage } from '../../api/queries.ts'
import type { RunsSearch } from '../../paths.ts'

/** Rows of one page. */
const pageSize = 50

export type RunFilter = NonNullable<RunsSearch['status']>

const statusParts: Readonly<Record<RunFilter, Readonly<Record<string, string>>>> = {
  queued: { status: 'queued' },
  running: { status: 'running' },
  done: { status: 'done', outcome: 'ok' },
  ruined: { status: 'done', outcome: 'ruined' },
  failed: { status: 'failed' },
  canceled: { status: 'canceled' },
}

/** What an address asks for, in the words of the API. */
export function listRequest({ status, page, ...rest }: RunsSearch): Readonly<Record<string, string>> {
  const part = status === undefined ? { status: 'all' } : statusParts[status]
  return { ...rest, ...part, spark: 'true', page: String(page ?? 1), page_size: String(pageSize) }
}

export interface Segment {
  value: RunFilter | 'all'
  word: string
  count: number
}

const words = {
  done: 'Done',
  running: 'Running',
  queued: 'Queued',
  failed: 'Failed',
  ruined: 'Ruined',
  canceled: 'Canceled',
} as const

/** The choices of status with how many runs each has. Those that wait are told only while there are some. */
export function statusSegments(counts: HistoryPage['counts'] | undefined, chosen: RunFilter | undefined): Segment[] {
  const each = counts ?? { queued: 0, running: 0, done: 0, ruined: 0, failed: 0, canceled: 0 }
  const numbers = { ...each, done: each.done - each.ruined }
  const all = statusTotal(each)
  const segments = Object.entries(words).map(([value, word]) => ({
    value: value as RunFilter,
    word,
    count: numbers[value as RunFilter],
  }))
  return [
    { value: 'all', word: 'All', count: all },
    ...segments.filter(({ value, count }) => value !== 'queued' || count > 0 || chosen === value),
  ]
}

/** Whether anything narrows the list. */
export function isFiltered({ q, status, tag, from, to }: RunsSearch): boolean {
  return [q, status, tag, from, to].some((part) => part !== undefined)
}

/** All runs that the counts tell of. */
export function statusTotal({ queued, running, done, failed, canceled }: HistoryPage['counts']): number {
  return queued + running + done + failed + canceled
}
