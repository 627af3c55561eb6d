import { holdingsByAction } from './holdings-by-action.ts'
import type { CorporateAction } from './corporate-action.ts'
import type { PriceSeries, RawPrices } from './price-series.ts'

/**
 * Closes of one share whose dividends are reinvested: R_t = k·(P_t + D_t)/P_{t−1}, with k the new shares per old and D the
 * dividend per share of session t. Scaled so that the last close equals the raw one, as all do after the last action.
 *
 * An action between two sessions counts in the next one; several of one session are multiplied (splits) or added
 * (dividends, each in the shares of its own day). Actions up to the first session or after the last change nothing.
 *
 * ```ts
 * const prices = Float64Array.of(100, 51)
 * const raw = { days: Int32Array.of(1, 2), open: prices, high: prices, low: prices, close: prices, volume: prices }
 * const { closes } = totalReturnCloses(raw, [{ type: 'split', day: 2, ratio: 2 }])
 * assert.equal(closes[1]! / closes[0]!, 1.02)
 * ```
 *
 * @param actions by day; renames and delistings do not change prices
 */
export function totalReturnCloses(raw: Pick<RawPrices, 'days' | 'close'>, actions: readonly CorporateAction[]): PriceSeries {
  const { days, close } = raw
  const closes = new Float64Array(days.length)
  if (days.length === 0) return { days, closes }
  const holdings = holdingsByAction(days, actions)
  let factor = 1
  for (let t = days.length - 1; t >= 0; t--) {
    closes[t] = close[t]! * factor
    const holding = holdings.get(t)
    if (holding !== undefined) factor *= close[t]! / (holding.shares * close[t]! + holding.paid)
  }
  return { days, closes }
}
