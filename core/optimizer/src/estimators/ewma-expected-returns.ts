import { argumentOf } from '../shapes.ts'
import { annualized } from './annualized.ts'
import type { Annualization } from './annualized.ts'
import { columnCounts, columns } from './columns.ts'
import { ewmaWeights, tooOld, weightedSum } from './ewma-weights.ts'
import type { EstimatorOptions, ReturnEstimate, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import type { UsableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'

export interface EwmaExpectedReturnsOptions extends EstimatorOptions {
  /** In rows, at least 1: α = 2/(span + 1). */
  span: number
  /** `compound` is (1 + m)^A − 1 of the weighted mean m and the periods per year A, `arithmetic` A·m. */
  annualization: Annualization
}

/**
 * Annual expected returns from means weighted by (1 − α)^age over the rows that the asset has. Age counts rows from the last one given.
 *
 * ```ts
 * // With a span of 3, weights are ½ and 1.
 * const returns = { kind: 'returns', t: 2, n: 1, data: Float64Array.of(0.04, 0.01) } as const
 * const { expectedReturns } = ewmaExpectedReturns(returns, { span: 3, annualization: 'arithmetic', periodsPerYear: 12 })
 * assert.equal(expectedReturns[0].toFixed(12), '0.240000000000')
 * ```
 *
 * @throws OptimizerInputError as for all estimators, for a span below 1, and an asset whose returns are all too old
 */
export function ewmaExpectedReturns(returns: Returns, options: EwmaExpectedReturnsOptions): ReturnEstimate {
  const usable = usableReturns(returns, argumentOf('options', options, [...estimatorFields, 'span', 'annualization']), {
    rows: 1,
    pairwise: true,
  })
  const means = ewmaMeans(usable, ewmaWeights(options.span, usable.ages))
  const expectedReturns = means.map((mean, i) =>
    annualized(mean, options, { field: 'returns', asset: assetName(usable.assets, i) }),
  )
  return { expectedReturns, rows: columnCounts(usable) }
}

/** Weighted mean of each asset, per period; shape [n]. */
export function ewmaMeans(usable: UsableReturns, weights: Float64Array): Float64Array {
  return Float64Array.from(columns(usable), (column, i) => {
    const { total, weight } = weightedSum(column, weights)
    if (weight === 0) throw tooOld(assetName(usable.assets, i))
    return total / weight
  })
}
