import { dot, squaredDistance } from '../engine/vectors.ts'
import { clampedIntensity, squaredLengths, traceOf } from './shrinkage.ts'
import type { Sample, Shrinkage } from './shrinkage.ts'

/**
 * Toward the covariance of a single factor, the assets' average return, with the sample's variances. Where that average does not vary, it
 * explains nothing: toward the variances alone.
 *
 * Source: O. Ledoit, M. Wolf, "Improved estimation of the covariance matrix of stock returns with an application to portfolio selection",
 * Journal of Empirical Finance 10, 2003.
 */
export function singleFactor(sample: Sample): Shrinkage {
  const { t, n, moments } = sample
  const factor = factorOf(sample)
  const target = moments.map((value, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return i === j ? value : factor.loadings[i]! * factor.loadings[j]! * factor.variance
  })
  const size = dot(moments, moments)
  const error = squaredLengths(sample) / t - size - errorWithTarget(sample, factor)
  return { target, intensity: clampedIntensity(error / t, { distance: squaredDistance(moments, target), size }) }
}

interface Factor {
  /** By period; shape [t]. */
  returns: Float64Array
  variance: number
  /** With each asset; shape [n]. */
  covariances: Float64Array
  /** The same over the factor's variance; shape [n]. */
  loadings: Float64Array
}

function factorOf({ t, n, deviations, moments }: Sample): Factor {
  const returns = new Float64Array(t)
  for (let at = 0; at < deviations.length; at++) returns[Math.floor(at / n)]! += deviations[at]! / n
  const covariances = new Float64Array(n)
  for (let at = 0; at < deviations.length; at++) covariances[at % n]! += (deviations[at]! * returns[Math.floor(at / n)]!) / t
  const variance = dot(returns, returns) / t
  const flat = variance <= 1e-28 * traceOf(moments, n)
  return { returns, variance, covariances, loadings: covariances.map((value) => (flat ? 0 : value / variance)) }
}

/** Sum of the asymptotic covariances of the entries of sample and target: the paper's ρ, multiplied out into sums over rows. */
function errorWithTarget({ t, n, deviations, moments }: Sample, { returns, variance, loadings, covariances }: Factor): number {
  // Of the diagonal, of covariances with the factor, of the factor's variance; the latter two with their own diagonals.
  let [fourth, withFactor, withFactorOwn, ofFactor, ofFactorOwn] = [0, 0, 0, 0, 0]
  for (let row = 0; row < t; row++) {
    let [length, along] = [0, 0]
    const m = returns[row]!
    for (let i = 0; i < n; i++) {
      const x = deviations[row * n + i]!
      const loaded = x * loadings[i]!
      length += x * x
      along += loaded
      fourth += x * x * x * x
      withFactorOwn += m * x * x * loaded
      ofFactorOwn += m * m * loaded * loaded
    }
    withFactor += m * length * along
    ofFactor += m * m * along * along
  }
  let [form, ownForm, ownFormOfFactor] = [0, 0, 0]
  for (let i = 0; i < n; i++) {
    const own = moments[i * n + i]!
    ownForm += covariances[i]! * own * loadings[i]!
    ownFormOfFactor += loadings[i]! * own * loadings[i]!
    fourth -= t * own * own
    for (let j = 0; j < n; j++) form += covariances[i]! * moments[i * n + j]! * loadings[j]!
  }
  const first = (withFactor - withFactorOwn) / t - (form - ownForm)
  const second = (ofFactor - ofFactorOwn) / t - (form - variance * ownFormOfFactor)
  return fourth / t + 2 * first - second
}
