import { isoDate } from '@portofino/market'
import type { Day, PriceHistory } from '@portofino/market'
import { discreteAllocation } from '@portofino/optimizer'

export interface LastPrice {
  price: number
  day: Day
  /** Whether it is the last of adjusted prices, where those as traded are not stored. */
  isAdjusted: boolean
}

/** The last close as it was traded; where only adjusted ones are stored, the last of these, which adjusting leaves alone. Null without any. */
export function lastPrice({ raw, adjusted }: PriceHistory): LastPrice | null {
  const [days, closes] = raw === null ? [adjusted.days, adjusted.closes] : [raw.days, raw.close]
  const [day, price] = [days.at(-1), closes.at(-1)]
  return day === undefined || price === undefined ? null : { day, price, isAdjusted: raw === null }
}

export interface WholeSharesOrder {
  assets: readonly string[]
  weights: readonly number[]
  /** Of each asset. */
  prices: readonly LastPrice[]
  /** Money, of which the weights are shares. */
  value: number
  method: 'exact' | 'greedy'
}

/** Numbers of shares that come near weights. */
export interface WholeSharesDocument {
  /** `node_limit`: the closest found; another could be closer by `gap` at most, in money. */
  status: 'optimal' | 'node_limit'
  method: 'exact' | 'greedy'
  value: number
  prices: number[]
  /** Of each price. */
  priced_on: string[]
  /** Of each price: whether it is the last of adjusted ones; else it is as traded. */
  adjusted: boolean[]
  /** Negative where sold short. */
  shares: number[]
  /** What the shares are of the value. */
  weights: number[]
  /** Of the value, what is in no shares: what was left over, what the weights leave in cash, what is sold short brings. */
  cash: number
  gap?: number
}

/**
 * Whole shares for weights of a sum of money. Weights are shares of all of it: those that add up to 0.8 leave a fifth in cash, and what is
 * sold short pays for what is held beyond it.
 *
 * @throws OptimizerInputError for a value that is not above 0, and one that buys more shares than can be counted
 */
export function wholeShares({ assets, weights, prices, value, method }: WholeSharesOrder): WholeSharesDocument {
  const [long, short] = [sizeOf(weights, 1), sizeOf(weights, -1)]
  const books = long > 0 ? { value: value * long, shortRatio: short / long } : { value, shortRatio: short }
  const closes = Float64Array.from(prices, ({ price }) => price)
  const outcome = discreteAllocation(Float64Array.from(weights), closes, { ...books, method, assets })
  const { shares } = outcome.status === 'optimal' ? outcome : outcome.candidate
  const worth = shares.map((count, i) => count * closes[i]!)
  return {
    status: outcome.status === 'optimal' ? 'optimal' : 'node_limit',
    method,
    value,
    prices: Array.from(closes),
    priced_on: prices.map(({ day }) => isoDate(day)),
    adjusted: prices.map(({ isAdjusted }) => isAdjusted),
    shares: Array.from(shares),
    weights: Array.from(worth, (each) => each / value),
    cash: value - worth.reduce((sum, each) => sum + each, 0),
    ...(outcome.status === 'optimal' ? {} : { gap: outcome.gap }),
  }
}

/** Of one side. */
function sizeOf(weights: readonly number[], sign: 1 | -1): number {
  return weights.reduce((sum, weight) => sum + Math.max(sign * weight, 0), 0)
}
