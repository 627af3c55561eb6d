import { isoDate } from '@portofino/market'
import { today } from '../../today.ts'

/** Spans of days that a list can be narrowed to, counted back from today in days. */
export const spans = [
  { word: 'Today', days: 0 },
  { word: 'Last 7 days', days: 6 },
  { word: 'Last 30 days', days: 29 },
  { word: 'Last 365 days', days: 364 },
] as const

/** The day so many days before today. */
export function daysAgo(days: number, now: number): string {
  return isoDate(today(now) - days)
}

/** What the button of the filter says. */
export function createdWords({ from, to }: { from?: string | undefined; to?: string | undefined }, now: number): string {
  if (from === undefined && to === undefined) return 'Created any time'
  const span = to === undefined ? spans.find(({ days }) => daysAgo(days, now) === from) : undefined
  if (span !== undefined) return `Created: ${span.word.toLowerCase()}`
  if (to === undefined) return `Created from ${from}`
  return from === undefined ? `Created up to ${to}` : `Created ${from} to ${to}`
}
