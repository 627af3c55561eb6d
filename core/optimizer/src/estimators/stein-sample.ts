import { argumentOf, numberOf, objectOf } from '../shapes.ts'
import { choleskyFactor, forwardSolution, sumOfProducts } from '@portofino/numeric'
import type { CholeskyFactor } from '@portofino/numeric'
import { OptimizerInputError } from '../input-error.ts'
import { columnMeans } from './columns.ts'
import type { EstimatorOptions, Returns, SharedRowsPolicy, ShrunkReturnEstimate } from './returns.ts'
import { completeCovariance } from './sample-moments.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'

/** Means and covariance of one period, as the shrinkage of means needs them. */
interface SteinSample {
  t: number
  n: number
  /** Shape [n]. */
  means: Float64Array
  /** Of the sample covariance, with T − 1. */
  factor: CholeskyFactor
}

/**
 * The sample of complete rows.
 *
 * @param margin how many more rows than assets there must be at least
 * @throws OptimizerInputError as for all estimators, and, with code `singular`, for an asset that does not vary or only with those before it
 */
export function steinSample(returns: Returns, options: EstimatorOptions<SharedRowsPolicy>, margin: number): SteinSample {
  const assets = numberOf('returns.n', objectOf('returns', returns).n, 'a whole number of at least 1')
  const usable = usableReturns(returns, argumentOf('options', options, estimatorFields), {
    rows: assets + margin,
    pairwise: false,
  })
  const { t, n } = usable
  const means = columnMeans(usable)
  const { data } = completeCovariance({ ...usable, periodsPerYear: 1 }, means)
  const factor = choleskyFactor(data, n, 1e-12)
  if (factor.positive) return { t, n, means, factor }
  const asset = assetName(usable.assets, factor.pivot)
  const message = `returns of ${asset} must vary, and not only with those of the assets before it, got a singular covariance`
  throw new OptimizerInputError('singular', message, { field: 'returns', asset })
}

/** Annual (1 − intensity)·means + intensity·center. */
export function shrunkMeans(
  { t, n, means }: SteinSample,
  { center, intensity }: { center: number; intensity: number },
  periodsPerYear: number,
): ShrunkReturnEstimate {
  const expectedReturns = means.map((mean) => ((1 - intensity) * mean + intensity * center) * periodsPerYear)
  return { expectedReturns, rows: new Int32Array(n).fill(t), intensity }
}

/** Mahalanobis's distance of the means from the center, squared: (m − center)'·S⁻¹·(m − center). */
export function squaredMahalanobis({ means, factor }: SteinSample, center: number): number {
  const solved = forwardSolution(
    factor,
    means.map((mean) => mean - center),
  )
  return sumOfProducts(solved, solved)
}
