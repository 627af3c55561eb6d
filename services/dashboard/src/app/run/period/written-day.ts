import { isDay } from '../../../paths.ts'
import { moved } from './run-range.ts'

/** The day that somebody wrote; of a month and of a year its first or its last one. Null for what is none of them. */
export function writtenDay(written: string, end: 'first' | 'last'): string | null {
  const day = written.trim()
  if (isDay(day)) return day
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(day) ?? []
  if (year === undefined) return null
  const first = `${year}-${month ?? '01'}-01`
  if (!isDay(first)) return null
  return end === 'first' ? first : moved(first, { ...(month === undefined ? { years: 1 } : { months: 1 }), days: -1 })
}
