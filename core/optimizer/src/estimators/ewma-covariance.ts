import { chosenParameter } from '../parameters.ts'
import { symmetricProduct } from '@portofino/numeric'
import { columnMeans, deviations } from './columns.ts'
import type { CovarianceEstimate } from './covariance-estimate.ts'
import { ewmaMeans } from './ewma-expected-returns.ts'
import { ewmaWeights, tooOld } from './ewma-weights.ts'
import { pairProducts } from './pair-products.ts'
import type { EstimatorOptions, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import type { UsableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'
import { argumentOf } from '../shapes.ts'

export interface EwmaCovarianceOptions extends EstimatorOptions {
  /** In rows, at least 1: α = 2/(span + 1). */
  span: number
  /** What returns deviate from: the asset's mean (`sample`, the default), its weighted mean (`ewma`), or `zero`. */
  center?: 'sample' | 'ewma' | 'zero' | undefined
}

/**
 * Annual exponentially weighted covariance: products of deviations, weighted by (1 − α)^age and divided by the sum of the weights of the
 * rows that both assets have. Age counts rows from the last one given, left out or not. There is no correction for the degree of freedom.
 *
 * Source: J.P. Morgan, "RiskMetrics, technical document", 4th edition, 1996, chapter 5.
 *
 * ```ts
 * // With a span of 3, weights are ½ and 1.
 * const returns = { kind: 'returns', t: 2, n: 1, data: Float64Array.of(0.02, -0.01) } as const
 * const { covariance } = ewmaCovariance(returns, { span: 3, center: 'zero', periodsPerYear: 12 })
 * assert.equal(covariance.data[0].toFixed(6), '0.002400')
 * ```
 *
 * @throws OptimizerInputError as for all estimators, for a span below 1, an unknown center, and a pair whose rows are all too old
 */
export function ewmaCovariance(returns: Returns, options: EwmaCovarianceOptions): CovarianceEstimate {
  const { span, center = 'sample' } = argumentOf('options', options, [...estimatorFields, 'span', 'center'])
  const usable = usableReturns(returns, options, { rows: 2, pairwise: true })
  const weights = ewmaWeights(span, usable.ages)
  chosenParameter('center', center, ['sample', 'ewma', 'zero'])
  const centered = deviations(usable, centers(usable, weights, center))
  return usable.gaps ? pairwise(usable, centered, weights) : complete(usable, centered, weights)
}

function centers(usable: UsableReturns, weights: Float64Array, center: 'sample' | 'ewma' | 'zero'): Float64Array {
  switch (center) {
    case 'sample':
      return columnMeans(usable)
    case 'ewma':
      return ewmaMeans(usable, weights)
    default:
      return new Float64Array(usable.n)
  }
}

function complete({ t, n, periodsPerYear }: UsableReturns, centered: Float64Array, weights: Float64Array): CovarianceEstimate {
  let total = 0
  for (const weight of weights) total += weight
  if (total === 0) throw tooOld('all assets')
  const roots = weights.map((weight) => Math.sqrt(weight))
  const weighted = centered.map((value, at) => value * roots[Math.floor(at / n)]!)
  const data = symmetricProduct(weighted, n).map((sum) => (sum / total) * periodsPerYear)
  return { covariance: { kind: 'dense', n, data }, rows: new Int32Array(n * n).fill(t) }
}

function pairwise(usable: UsableReturns, centered: Float64Array, weights: Float64Array): CovarianceEstimate {
  const { n, assets, periodsPerYear } = usable
  const pairs = pairProducts(usable, centered, weights)
  const counts = pairProducts(usable, centered)
  const data = new Float64Array(n * n)
  const rows = new Int32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const weight = pairs.weight(i, j)
      if (weight === 0) throw tooOld(`${assetName(assets, i)} and ${assetName(assets, j)} together`)
      data[i * n + j] = data[j * n + i] = (pairs.product(i, j) / weight) * periodsPerYear
      rows[i * n + j] = rows[j * n + i] = counts.weight(i, j)
    }
  }
  return { covariance: { kind: 'dense', n, data }, rows }
}
