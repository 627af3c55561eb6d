import { argumentOf } from '../shapes.ts'
import { compoundGrowth } from './annualized.ts'
import { columnCounts, columns, present } from './columns.ts'
import type { EstimatorOptions, ReturnEstimate, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'

/**
 * Compound annual growth of each asset: Π(1 + r)^(A/T) − 1 over its T rows, for A periods a year.
 *
 * ```ts
 * const returns = { kind: 'returns', t: 2, n: 1, data: Float64Array.of(0.1, 0.1) } as const
 * assert.equal(compoundExpectedReturns(returns, { periodsPerYear: 1 }).expectedReturns[0].toFixed(12), '0.100000000000')
 * ```
 *
 * @throws OptimizerInputError as for all estimators, for a return below −1, and growth that is no number
 */
export function compoundExpectedReturns(returns: Returns, options: EstimatorOptions): ReturnEstimate {
  const usable = usableReturns(returns, argumentOf('options', options, estimatorFields), { rows: 1, pairwise: true })
  const expectedReturns = Float64Array.from(columns(usable), (column, i) =>
    compoundGrowth(present(column), usable.periodsPerYear, { field: 'returns', asset: assetName(usable.assets, i) }),
  )
  return { expectedReturns, rows: columnCounts(usable) }
}
