import {
  firstAtOrAfter,
  isoDate,
  totalReturnCloses,
  type CorporateAction,
  type Day,
  type PriceHistory,
  type PriceSeries,
  type RawPrices,
} from '@portofino/market'
import { historyWithin } from '../history-within.ts'

/** Stored prices with newer ones of the same provider appended, or why they do not belong to one series. */
export type Merge = { history: PriceHistory } | { conflict: string }

/**
 * Joins stored prices and a later fetch that overlaps them. Sessions that were over when the stored ones were fetched must come again
 * with the same closes and events, and no split may be new: otherwise the provider has rewritten the past.
 *
 * @param settledUntil last day of the stored prices that was over when they were fetched
 */
export function mergedHistory(
  stored: PriceHistory,
  fetched: PriceHistory,
  { overlapFrom, settledUntil }: { overlapFrom: Day; settledUntil: Day },
): Merge {
  const overlap = { from: overlapFrom, to: settledUntil }
  const conflict = conflictOf(historyWithin(stored, overlap), historyWithin(fetched, overlap)) ?? newSplit(stored, fetched)
  if (conflict !== null) return { conflict }
  const before = historyWithin(stored, { from: -Infinity, to: overlapFrom - 1 })
  const actions = [...before.actions, ...fetched.actions]
  const raw = before.raw === null || fetched.raw === null ? null : joinedRaw(before.raw, fetched.raw)
  const adjusted = raw === null ? joinedSeries(before.adjusted, fetched.adjusted) : adjustedCloses(fetched, raw, actions)
  return { history: { ...fetched, adjusted, raw, actions } }
}

function conflictOf(stored: PriceHistory, fetched: PriceHistory): string | null {
  if ((stored.raw === null) !== (fetched.raw === null)) return 'raw prices came or went'
  const [before, after] = [closesOf(stored), closesOf(fetched)]
  const same = Math.min(before.days.length, after.days.length)
  for (let t = 0; t < same; t++) {
    if (before.days[t] !== after.days[t]) return `the sessions around ${isoDate(before.days[t]!)} changed`
    if (before.closes[t] !== after.closes[t]) return `the close of ${isoDate(before.days[t]!)} changed`
  }
  if (before.days.length !== after.days.length) return 'the number of sessions changed'
  const isSame = stored.actions.map(textOf).join() === fetched.actions.map(textOf).join()
  return isSame ? null : 'splits or dividends of stored sessions changed'
}

function newSplit(stored: PriceHistory, fetched: PriceHistory): string | null {
  const known = new Set(stored.actions.map(textOf))
  const split = fetched.actions.find((action) => action.type === 'split' && !known.has(textOf(action)))
  return split === undefined ? null : `a split on ${isoDate(split.day)} is new`
}

function textOf(action: CorporateAction): string {
  return JSON.stringify(Object.entries(action).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** As traded where known: adjusted closes change with every dividend. */
export function closesOf({ raw, adjusted }: PriceHistory): PriceSeries {
  return raw === null ? adjusted : { days: raw.days, closes: raw.close }
}

function adjustedCloses({ instrument }: PriceHistory, raw: RawPrices, actions: readonly CorporateAction[]): PriceSeries {
  return totalReturnCloses(raw, instrument.returns === 'total' ? actions : actions.filter(({ type }) => type === 'split'))
}

function joinedSeries(before: PriceSeries, after: PriceSeries): PriceSeries {
  return { days: joinedDays(before.days, after.days), closes: joined(before.closes, after.closes) }
}

function joinedRaw(before: RawPrices, after: RawPrices): RawPrices {
  return {
    days: joinedDays(before.days, after.days),
    open: joined(before.open, after.open),
    high: joined(before.high, after.high),
    low: joined(before.low, after.low),
    close: joined(before.close, after.close),
    volume: joined(before.volume, after.volume),
  }
}

function joined(before: Float64Array, after: Float64Array): Float64Array {
  const all = new Float64Array(before.length + after.length)
  all.set(before)
  all.set(after, before.length)
  return all
}

function joinedDays(before: Int32Array, after: Int32Array): Int32Array {
  const all = new Int32Array(before.length + after.length)
  all.set(before)
  all.set(after, before.length)
  return all
}

/** The first of the last `count` days up to `until`, from which a refresh asks again; null when there is none. */
export function overlapStart(days: Int32Array, { until, count }: { until: Day; count: number }): Day | null {
  const end = firstAtOrAfter(days, until + 1)
  return end === 0 ? null : days[Math.max(0, end - count)]!
}
