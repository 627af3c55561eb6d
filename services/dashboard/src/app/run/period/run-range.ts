import { firstAtOrAfter, parseIsoDate } from '@portofino/market'
import { chartRanges } from '../../../paths.ts'
import { counted, day } from '../../../format.ts'

export type NamedRange = (typeof chartRanges)[number]

/** A part of a run, between two of its sessions, both included. What is measured of it starts from the value at the first. */
export interface RunRange {
  readonly fromIndex: number
  readonly toIndex: number
  readonly from: string
  readonly to: string
  /** Which button it is; null for dates of one's own. */
  readonly name: NamedRange | null
  /** In words: `1 Jan 2021 to 3 Mar 2022`. */
  readonly label: string
  readonly isWhole: boolean
  /** Whether the address asked for dates outside the run. */
  readonly isCut: boolean
}

/** The part that an address asks for: `1y`, `2020-03-01..2021-02-28`; the whole run for nothing, or for what is no part of it. */
export function runRange(dates: readonly string[], asked: string | undefined): RunRange {
  const last = dates.length - 1
  const whole = between(dates, { fromIndex: 0, toIndex: last })
  const named = chartRanges.find((name) => name === asked)
  if (named !== undefined) {
    if (named === 'max' || unavailable(dates, named) !== null) return whole
    const fromIndex = lastUpTo(dates, beginningOf(dates[last]!, named))
    return { ...between(dates, { fromIndex, toIndex: last }), name: named }
  }
  const [from, to] = asked?.split('..') ?? []
  if (from === undefined || to === undefined) return whole
  const fromIndex = Math.max(firstAtOrAfter(dates, from), 0)
  const toIndex = lastUpTo(dates, to)
  if (fromIndex >= toIndex) return { ...whole, isCut: true }
  return { ...between(dates, { fromIndex, toIndex }), isCut: from < dates[0]! || to > dates[last]! }
}

function between(dates: readonly string[], { fromIndex, toIndex }: Pick<RunRange, 'fromIndex' | 'toIndex'>): RunRange {
  const isWhole = fromIndex === 0 && toIndex === dates.length - 1
  const [from, to] = [dates[fromIndex] ?? '', dates[toIndex] ?? '']
  const label = from === '' ? '' : `${day(from)} to ${day(to)}`
  return { fromIndex, toIndex, from, to, name: isWhole ? 'max' : null, label, isWhole, isCut: false }
}

/** How an address says a part of the run between two sessions; nothing for the whole. */
export function rangeText(
  dates: readonly string[],
  { fromIndex, toIndex }: Pick<RunRange, 'fromIndex' | 'toIndex'>,
): string | undefined {
  if (fromIndex <= 0 && toIndex >= dates.length - 1) return undefined
  return `${dates[Math.max(fromIndex, 0)]}..${dates[Math.min(toIndex, dates.length - 1)]}`
}

/** Why a run has no such part; null where it has one. */
export function unavailable(dates: readonly string[], name: NamedRange): string | null {
  const [first, last] = [dates[0], dates.at(-1)]
  if (name === 'max' || first === undefined || last === undefined) return null
  if (first <= beginningOf(last, name)) return null
  return name === 'ytd' ? `This run begins in ${last.slice(0, 4)}` : `This run has ${span(first, last)}`
}

/** `2 years and 360 days` between two days. */
export function span(from: string, to: string): string {
  let years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (to.slice(5) < from.slice(5)) years -= 1
  const rest = daysBetween(moved(from, { years }), to)
  const days = counted(rest, 'day')
  if (years === 0) return days
  return rest === 0 ? counted(years, 'year') : `${counted(years, 'year')} and ${days}`
}

export function daysBetween(from: string, to: string): number {
  return parseIsoDate(to)! - parseIsoDate(from)!
}

/** The day at whose close a part begins that ends on `last`. */
function beginningOf(last: string, name: Exclude<NamedRange, 'max'>): string {
  if (name === 'ytd') return `${Number(last.slice(0, 4)) - 1}-12-31`
  const amount = Number(name.slice(0, -1))
  return name.endsWith('m') ? moved(last, { months: -amount }) : moved(last, { years: -amount })
}

/** A day so many days, months or years away; the last of its month where that has no such day. */
export function moved(
  iso: string,
  { years = 0, months = 0, days = 0 }: { years?: number; months?: number; days?: number },
): string {
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1))
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, lastDate) + days)
  return first.toISOString().slice(0, 10)
}

/** Index of the last session on a day or before; −1 where there is none. */
export function lastUpTo(dates: readonly string[], iso: string): number {
  const next = firstAtOrAfter(dates, iso)
  return dates[next] === iso ? next : next - 1
}
