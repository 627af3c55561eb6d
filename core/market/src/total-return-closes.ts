import type { CorporateAction, PriceSeries, RawPrices } from './price-series.ts'

/**
 * Closes of one share whose dividends are reinvested: R_t = k·(P_t + D_t)/P_{t−1}, with k the new shares per old and D the
 * dividend per share of session t. Scaled so that the last close equals the raw one.
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
  const last = days.length - 1
  closes[last] = close[last]!
  const growth = growthByAction(days, close, actions)
  for (let t = last; t > 0; t--) closes[t - 1] = closes[t]! / (growth.get(t) ?? close[t]! / close[t - 1]!)
  return { days, closes }
}

/** R_t of the sessions that have an action, by position. */
function growthByAction(days: Int32Array, close: Float64Array, actions: readonly CorporateAction[]): Map<number, number> {
  const holdings = new Map<number, Holding>()
  let t = 0
  for (const action of actions.toSorted(byDaySplitsFirst)) {
    while (t < days.length && days[t]! < action.day) t++
    if (t > 0 && t < days.length) holdings.set(t, after(action, holdings.get(t) ?? { shares: 1, paid: 0 }))
  }
  const growth = new Map<number, number>()
  for (const [session, { shares, paid }] of holdings) growth.set(session, (shares * close[session]! + paid) / close[session - 1]!)
  return growth
}

/** What one share of the session before has become. */
interface Holding {
  shares: number
  paid: number
}

function after(action: CorporateAction, { shares, paid }: Holding): Holding {
  if (action.type === 'split') return { shares: shares * action.ratio, paid }
  return action.type === 'dividend' ? { shares, paid: paid + shares * action.amount } : { shares, paid }
}

/** Of one day, the split is in force from the open, so the dividend is in new shares. */
function byDaySplitsFirst(a: CorporateAction, b: CorporateAction): number {
  return a.day - b.day || Number(b.type === 'split') - Number(a.type === 'split')
}
