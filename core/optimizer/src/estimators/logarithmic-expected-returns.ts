import { argumentOf } from '../shapes.ts'
import { logarithm } from '@portofino/numeric'
import { OptimizerInputError } from '../input-error.ts'
import { accurateMean } from './accurate-mean.ts'
import { columnCounts, columns, present } from './columns.ts'
import type { EstimatorOptions, ReturnEstimate, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'

/**
 * Annual expected logarithmic returns: A times the mean of ln(1 + r) over the rows that the asset has.
 *
 * ```ts
 * const returns = { kind: 'returns', t: 2, n: 1, data: Float64Array.of(1, -0.5) } as const
 * assert.equal(logarithmicExpectedReturns(returns, { periodsPerYear: 12 }).expectedReturns[0], 0)
 * ```
 *
 * @throws OptimizerInputError as for all estimators, and for a return of −1 or less
 */
export function logarithmicExpectedReturns(returns: Returns, options: EstimatorOptions): ReturnEstimate {
  const usable = usableReturns(returns, argumentOf('options', options, estimatorFields), { rows: 1, pairwise: true })
  const expectedReturns = Float64Array.from(columns(usable), (column, i) => {
    const asset = assetName(usable.assets, i)
    return accurateMean(present(column).map((value) => logarithmOfGrowth(value, asset))) * usable.periodsPerYear
  })
  return { expectedReturns, rows: columnCounts(usable) }
}

function logarithmOfGrowth(value: number, asset: string): number {
  const growth = 1 + value
  if (!(growth > 0)) {
    const message = `returns of ${asset} must be above −1, got ${value}`
    throw new OptimizerInputError('out_of_range', message, { field: 'returns', asset })
  }
  // 1 + r rounds; the second part puts back what that cost.
  return logarithm(growth) + (value - (growth - 1)) / growth
}
