import type { HistoryPage } from '../../api/queries.ts'
import { runStatuses } from '../../paths.ts'
import type { RunsSearch } from '../../paths.ts'

/** Rows of one page. */
const pageSize = 50

type RunFilter = NonNullable<RunsSearch['status']>

/** What an address asks for, in the words of the API. */
export function listRequest({ status, page, ...rest }: RunsSearch): Readonly<Record<string, string>> {
  const part =
    status === 'done'
      ? { status, outcome: 'ok' }
      : status === 'ruined'
        ? { status: 'done', outcome: status }
        : { status: status ?? 'all' }
  return { ...rest, ...part, spark: 'true', page: String(page ?? 1), page_size: String(pageSize) }
}

export interface Segment {
  value: RunFilter | 'all'
  word: string
  count: number
}

/** The choices of status with how many runs each has. Those that wait are told only while there are some. */
export function statusSegments(counts: HistoryPage['counts'] | undefined, chosen: RunFilter | undefined): Segment[] {
  const each = counts ?? { queued: 0, running: 0, done: 0, ruined: 0, failed: 0, canceled: 0 }
  const numbers = { ...each, done: each.done - each.ruined }
  const all = statusTotal(each)
  const segments = runStatuses.map((value) => ({
    value,
    word: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
    count: numbers[value],
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
