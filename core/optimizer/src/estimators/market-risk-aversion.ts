import { numbersOf, argumentOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import { checkMarketReturns } from './market-returns.ts'
import { accurateMean } from './accurate-mean.ts'
import { present } from './columns.ts'
import { commonRows } from './common-rows.ts'
import type { EstimatorOptions, SharedRowsPolicy } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import { finiteParameter } from '../parameters.ts'

export interface MarketRiskAversionOptions extends EstimatorOptions<SharedRowsPolicy> {
  /** Annual, as a fraction. */
  riskFree: number
}

/**
 * Risk aversion δ = (A·m − rf)/(A·var) of somebody who holds the market, with var over T − 1.
 *
 * ```ts
 * const { riskAversion } = marketRiskAversion(Float64Array.of(0.01, -0.01, 0.03), { riskFree: 0.02, periodsPerYear: 12 })
 * assert.equal(riskAversion.toFixed(9), '20.833333333')
 * ```
 *
 * @param market returns per period, oldest first; NaN is a gap; shape [t]
 * @throws OptimizerInputError as for all estimators, and for a market that does not vary
 */
export function marketRiskAversion(
  market: Float64Array,
  options: MarketRiskAversionOptions,
): { riskAversion: number; rows: number } {
  const { riskFree, periodsPerYear } = argumentOf('options', options, [...estimatorFields, 'riskFree'])
  finiteParameter('riskFree', riskFree)
  const returns = { kind: 'returns', t: numbersOf('market', market).length, n: 1, data: market, assets: ['the market'] } as const
  checkMarketReturns(market)
  const values = present(usableReturns(returns, options, { rows: 2, pairwise: false }).data)
  const mean = accurateMean(values)
  const deviations = values.map((value) => value - mean)
  const variance = commonRows(deviations, deviations).covariance
  if (!(variance > 0))
    throw new OptimizerInputError('out_of_range', 'market must vary, got the same return in every row', { field: 'market' })
  return { riskAversion: (periodsPerYear * mean - riskFree) / (periodsPerYear * variance), rows: values.length }
}
