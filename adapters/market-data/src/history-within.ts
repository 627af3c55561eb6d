import { firstAtOrAfter } from '@portofino/market'
import type { Day, PriceHistory, PriceSeries, RawPrices } from '@portofino/market'

/** The part of a history within the days, both included. Columns are views of the given ones; the version stays that of the whole. */
export function historyWithin(history: PriceHistory, { from, to }: { from: Day; to: Day }): PriceHistory {
  return {
    ...history,
    adjusted: seriesWithin(history.adjusted, from, to),
    raw: history.raw === null ? null : rawWithin(history.raw, from, to),
    actions: history.actions.filter(({ day }) => day >= from && day <= to),
  }
}

/** The series itself where it lies within: series that share their days go on sharing them. */
function seriesWithin(series: PriceSeries, from: Day, to: Day): PriceSeries {
  const { days, closes } = series
  const [start, end] = [firstAtOrAfter(days, from), firstAtOrAfter(days, to + 1)]
  if (start === 0 && end === days.length) return series
  return { days: days.subarray(start, end), closes: closes.subarray(start, end) }
}

function rawWithin(raw: RawPrices, from: Day, to: Day): RawPrices {
  const [start, end] = [firstAtOrAfter(raw.days, from), firstAtOrAfter(raw.days, to + 1)]
  return {
    days: raw.days.subarray(start, end),
    open: raw.open.subarray(start, end),
    high: raw.high.subarray(start, end),
    low: raw.low.subarray(start, end),
    close: raw.close.subarray(start, end),
    volume: raw.volume.subarray(start, end),
  }
}
