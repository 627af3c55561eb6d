import { argumentOf } from '../shapes.ts'
import { estimatorFields } from './usable-returns.ts'
import { dot } from '../engine/vectors.ts'
import type { ShrunkCovarianceEstimate } from './covariance-estimate.ts'
import type { Returns } from './returns.ts'
import { equalVariances, isCompatible, shrinkageSample, shrunkEstimate, traceOf } from './shrinkage.ts'
import type { ShrinkageOptions } from './shrinkage.ts'

/**
 * Annual covariance by oracle approximating shrinkage toward the average variance: (1 − ρ)·S + ρ·(tr S/N)·I with S = X'X/T of the deviations
 * and ρ = min(1, ((1 − 2/N)·tr S² + (tr S)²)/((T + 1 − 2/N)·(tr S² − (tr S)²/N))); 1 where the sample is its target already.
 *
 * `compat` leaves out the terms 2/N, as scikit-learn does.
 *
 * Source: Y. Chen, A. Wiesel, Y. C. Eldar, A. O. Hero, "Shrinkage algorithms for MMSE covariance estimation", IEEE Transactions on Signal
 * Processing 58, 2010, equation 23.
 *
 * ```ts
 * // The second asset does not vary: ρ is 2/T.
 * const data = Float64Array.of(0.02, 0, -0.02, 0, 0.02, 0, -0.02, 0)
 * const { covariance, intensity } = oasCovariance({ kind: 'returns', t: 4, n: 2, data }, { periodsPerYear: 1 })
 * assert.equal(intensity.toFixed(12), '0.500000000000')
 * assert.deepEqual(Array.from(covariance.data, (value) => value.toFixed(6)), ['0.000300', '0.000000', '0.000000', '0.000100'])
 * ```
 *
 * @throws OptimizerInputError as for all estimators
 */
export function oasCovariance(returns: Returns, options: ShrinkageOptions): ShrunkCovarianceEstimate {
  argumentOf('options', options, [...estimatorFields, 'compat'])
  const { t, n, moments } = shrinkageSample(returns, options)
  const trace = traceOf(moments, n)
  const squares = dot(moments, moments)
  const small = isCompatible(options) ? 0 : 2 / n
  const distance = squares - (trace * trace) / n
  const share = ((1 - small) * squares + trace * trace) / ((t + 1 - small) * distance)
  const intensity = distance <= 1e-15 * squares ? 1 : Math.min(share, 1)
  return shrunkEstimate(
    moments,
    { target: equalVariances(trace / n, n), intensity },
    { t, n, periodsPerYear: options.periodsPerYear },
  )
}
