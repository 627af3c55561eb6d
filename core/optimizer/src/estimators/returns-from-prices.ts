import { kindOf, numberOf, numbersOf, objectOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { Returns } from './returns.ts'
import { assetName, checkLabels } from '../asset-names.ts'

/** Prices by rows: row = time, oldest first, column = asset. NaN is a gap. */
export interface Prices {
  kind: 'prices'
  t: number
  n: number
  /** Positive; shape [t × n]. */
  data: Float64Array
  /** Labels, for messages; shape [n]. */
  assets?: readonly string[] | undefined
}

/**
 * Simple returns p_t/p_(t−1) − 1. Without one of the two prices there is no return either: a gap, never zero.
 *
 * ```ts
 * const prices = { kind: 'prices', t: 4, n: 1, data: Float64Array.of(100, 110, NaN, 121), assets: ['A'] } as const
 * assert.deepEqual(returnsFromPrices(prices).data.map((value) => Math.round(value * 1e9) / 1e9), Float64Array.of(0.1, NaN, NaN))
 * ```
 *
 * @returns one row fewer than the prices
 * @throws OptimizerInputError for what is not a table of prices, labels that are not one for each asset, a price that is infinite, zero or negative (returns are), no row at all
 */
export function returnsFromPrices(prices: Prices): Returns {
  const { t, n, data, assets } = checkedPrices(prices)
  const returns = new Float64Array((t - 1) * n)
  for (let at = 0; at < returns.length; at++) returns[at] = data[at + n]! / data[at]! - 1
  return { kind: 'returns', t: t - 1, n, data: returns, ...(assets === undefined ? {} : { assets }) }
}

function checkedPrices(prices: Prices): Prices {
  const { kind, t, n, data, assets } = objectOf('prices', prices)
  if (kind !== 'prices') throw fault('shape', `prices must be a table of prices, got ${kindOf(kind)}`)
  numberOf('prices.n', n, 'a whole number of at least 1')
  numberOf('prices.t', t, 'a whole number of at least 0')
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(t) || numbersOf('prices.data', data).length !== t * n) {
    throw fault('shape', `prices must have ${t * n} values for ${t} rows of ${n} assets, got ${data.length}`)
  }
  checkLabels(assets, n)
  if (t < 1) throw fault('empty', 'prices must have at least one row, got none')
  const index = data.findIndex((price) => !(Number.isNaN(price) || (price > 0 && price < Infinity)))
  if (index < 0) return prices
  const place = { index, asset: assetName(assets, index % n) }
  const rule = `prices of ${place.asset} must be finite numbers above 0, got ${data[index]} in row ${Math.floor(index / n)}`
  throw fault(Number.isFinite(data[index]) ? 'out_of_range' : 'not_finite', rule, place)
}

function fault(
  code: 'shape' | 'empty' | 'out_of_range' | 'not_finite',
  rule: string,
  place: { index?: number; asset?: string } = {},
): OptimizerInputError {
  return new OptimizerInputError(code, rule, { field: 'prices', ...place })
}
