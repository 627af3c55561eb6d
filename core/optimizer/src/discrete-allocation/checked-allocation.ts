import { numbersOf, argumentOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import { assetField, finiteArray } from '../asset-numbers.ts'
import type { AssetNames } from '../asset-names.ts'
import { assetName, checkLabels } from '../asset-names.ts'
import { aboveZero, chosenParameter, flagParameter, fromZero, numberParameter } from '../parameters.ts'

export interface DiscreteAllocationOptions {
  /** Money to invest, above zero. */
  value: number
  method: 'greedy' | 'exact'
  /** Value of the short book as a share of the value; the sum of the negative weights without it. */
  shortRatio?: number | undefined
  /** Whether what the shorts bring in, net of fees, is added to the long book's value. */
  reinvest?: boolean | undefined
  /** Smallest numbers of shares to trade, such as 100, or 0.001 where fractions are traded; 1 without it. */
  lots?: number | Float64Array | undefined
  /** Fees as a share of what is traded; 0 without it. */
  feeRates?: number | Float64Array | undefined
  /** Choices that the exact method looks at for each book before it gives up on the proof; 200,000, or about a second, without it. */
  mostNodes?: number | undefined
  /** Labels for messages; shape [n]. */
  assets?: readonly string[] | undefined
}

/** Everything about the assets but their weights, one value for each. */
export interface PricedWeights {
  prices: Float64Array
  lots: Float64Array
  feeRates: Float64Array
  method: 'greedy' | 'exact'
  mostNodes: number
}

/** @throws OptimizerInputError naming the field, and the asset, of the first value out of its range */
export function checkedAllocation(
  weights: Float64Array,
  prices: Float64Array,
  options: DiscreteAllocationOptions,
): PricedWeights {
  checkScalars(
    argumentOf('options', options, ['value', 'method', 'shortRatio', 'reinvest', 'lots', 'feeRates', 'mostNodes', 'assets']),
  )
  const { method, mostNodes = 200_000, assets } = options
  const n = numbersOf('weights', weights).length
  checkLabels(assets, n)
  const lots = list(options.lots ?? 1, n)
  const feeRates = list(options.feeRates ?? 0, n)
  finiteArray('weights', weights, assetField(n, assets))
  checkEach(prices, { field: 'prices', n, assets, rule: 'above 0', holds: (price) => price > 0 })
  checkEach(lots, { field: 'lots', n, assets, rule: 'above 0', holds: (lot) => lot > 0 })
  checkEach(feeRates, { field: 'feeRates', n, assets, rule: 'at least 0', holds: (rate) => rate >= 0 })
  const gross = weights.reduce((total, weight) => total + Math.abs(weight), 0)
  const most = options.value * (1 + Math.max(options.shortRatio ?? 0, gross))
  checkCountable(
    lots.map((lot, i) => most / (lot * prices[i]!)),
    assets,
  )
  return { prices, lots, feeRates, method, mostNodes }
}

function checkScalars({ value, method, shortRatio = 0, mostNodes = 0, reinvest }: DiscreteAllocationOptions): void {
  numberParameter('value', value, aboveZero)
  numberParameter('shortRatio', shortRatio, fromZero)
  numberParameter('mostNodes', mostNodes, { rule: 'at least 0', holds: (nodes) => nodes >= 0 })
  flagParameter('reinvest', reinvest)
  chosenParameter('method', method, ['greedy', 'exact'])
}

function checkCountable(counts: Float64Array, assets: AssetNames): void {
  const index = counts.findIndex((count) => !(count <= Number.MAX_SAFE_INTEGER))
  if (index < 0) return
  const asset = assetName(assets, index)
  const message = `lots of ${asset} must be so large that the money buys at most ${Number.MAX_SAFE_INTEGER}, got ${counts[index]}`
  throw new OptimizerInputError('out_of_range', message, { field: 'lots', index, asset })
}

function list(values: number | Float64Array, n: number): Float64Array {
  return typeof values === 'number' ? new Float64Array(n).fill(values) : values
}

interface Rule {
  field: string
  n: number
  assets: AssetNames
  rule: string
  holds: (value: number) => boolean
}

function checkEach(values: Float64Array, { field, n, assets, rule, holds }: Rule): void {
  finiteArray(field, values, assetField(n, assets))
  const index = values.findIndex((value) => !holds(value))
  if (index < 0) return
  const asset = assetName(assets, index)
  const message = `${field} of ${asset} must be ${rule}, got ${values[index]}`
  throw new OptimizerInputError('out_of_range', message, { field, index, asset })
}
