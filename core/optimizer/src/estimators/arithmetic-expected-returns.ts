import { argumentOf } from '../shapes.ts'
import { columnCounts, columnMeans } from './columns.ts'
import type { EstimatorOptions, ReturnEstimate, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'

/**
 * Annual expected returns A·m: mean return of a period, of the rows that the asset has, times periods per year.
 *
 * ```ts
 * const returns = { kind: 'returns', t: 2, n: 1, data: Float64Array.of(0.01, 0.03) } as const
 * assert.equal(arithmeticExpectedReturns(returns, { periodsPerYear: 12 }).expectedReturns[0].toFixed(12), '0.240000000000')
 * ```
 *
 * @throws OptimizerInputError as for all estimators
 */
export function arithmeticExpectedReturns(returns: Returns, options: EstimatorOptions): ReturnEstimate {
  const usable = usableReturns(returns, argumentOf('options', options, estimatorFields), { rows: 1, pairwise: true })
  return { expectedReturns: columnMeans(usable).map((mean) => mean * usable.periodsPerYear), rows: columnCounts(usable) }
}
