import { dot, squaredDistance } from '../engine/vectors.ts'
import { clampedIntensity, diagonalOf, squaredLengths } from './shrinkage.ts'
import type { Sample, Shrinkage } from './shrinkage.ts'

/**
 * Toward the sample's variances with the average of its correlations. Assets that do not vary have no correlation and no part in the average.
 *
 * Source: O. Ledoit, M. Wolf, "Honey, I shrunk the sample covariance matrix", Journal of Portfolio Management 30, 2004.
 *
 * @param covariance what is shrunk: the sample's moments, but for `compat`; shape [n × n]
 */
export function constantCorrelation(sample: Sample, covariance: Float64Array): Shrinkage {
  const { t, n } = sample
  const scales = diagonalOf(covariance, n).map((variance) => Math.sqrt(variance))
  const average = averageCorrelation(covariance, scales)
  const target = covariance.map((variance, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return i === j ? variance : average * (scales[i]! * scales[j]!)
  })
  const { all, ofVariances } = errorOfSample(sample, covariance)
  const error = all - ofVariances - average * errorWithTarget(sample, covariance, scales)
  const distance = squaredDistance(covariance, target)
  return { target, intensity: clampedIntensity(error / t, { distance, size: dot(covariance, covariance) }) }
}

function averageCorrelation(covariance: Float64Array, scales: Float64Array): number {
  const n = scales.length
  let [total, pairs] = [0, 0]
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const scale = scales[i]! * scales[j]!
      if (scale === 0) continue
      total += covariance[i * n + j]! / scale
      pairs++
    }
  }
  return pairs === 0 ? 0 : total / pairs
}

/** Σ of mean[(x_i·x_j − S_ij)²], over all entries and over the diagonal. */
function errorOfSample(sample: Sample, covariance: Float64Array): { all: number; ofVariances: number } {
  const { t, n, deviations, moments } = sample
  const squared = deviations.map((value) => value * value)
  const [squares, variances] = [diagonalOf(moments, n), diagonalOf(covariance, n)]
  return {
    all: squaredLengths(sample) / t - 2 * dot(moments, covariance) + dot(covariance, covariance),
    ofVariances: dot(squared, squared) / t - 2 * dot(squares, variances) + dot(variances, variances),
  }
}

/** Σ over i ≠ j of s_j/s_i · mean[(x_i² − S_ii)(x_i·x_j − S_ij)], multiplied out, so that no product of two matrices is needed. */
function errorWithTarget({ t, n, deviations, moments }: Sample, covariance: Float64Array, scales: Float64Array): number {
  const inverses = scales.map((scale) => (scale === 0 ? 0 : 1 / scale))
  let [cubes, own] = [0, 0]
  for (let row = 0; row < t; row++) {
    let [scaledCubes, scaled] = [0, 0]
    for (let i = 0; i < n; i++) {
      const x = deviations[row * n + i]!
      const cube = x * x * x
      scaledCubes += cube * inverses[i]!
      scaled += x * scales[i]!
      own += cube * inverses[i]! * (x * scales[i]!)
    }
    cubes += scaledCubes * scaled
  }
  let rest = 0
  for (let i = 0; i < n; i++) {
    const [square, variance] = [moments[i * n + i]!, covariance[i * n + i]!]
    for (let j = 0; j < n; j++) {
      if (i === j) continue
      const [moment, entry] = [moments[i * n + j]!, covariance[i * n + j]!]
      rest += inverses[i]! * scales[j]! * (variance * entry - square * entry - variance * moment)
    }
  }
  return (cubes - own) / t + rest
}
