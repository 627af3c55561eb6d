import { chosenParameter } from '../parameters.ts'
import { argumentOf } from '../shapes.ts'
import { constantCorrelation } from './constant-correlation.ts'
import { constantVariance } from './constant-variance.ts'
import type { ShrunkCovarianceEstimate } from './covariance-estimate.ts'
import { pairwiseCovariance } from './pairwise-covariance.ts'
import type { Returns } from './returns.ts'
import { isCompatible, shrinkageSample, shrunkEstimate } from './shrinkage.ts'
import type { Sample, Shrinkage, ShrinkageOptions } from './shrinkage.ts'
import { singleFactor } from './single-factor.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'

export interface LedoitWolfOptions extends ShrinkageOptions {
  /** What the sample is drawn to: equal variances, one correlation for all, or one factor. */
  target: 'constant_variance' | 'constant_correlation' | 'single_factor'
}

/**
 * Annual covariance by the shrinkage of Ledoit and Wolf: (1 − δ)·S + δ·F, with S = X'X/T of the deviations, and δ the intensity that they
 * estimate best, within 0..1. The target F is one of three, each with its paper: `constant-variance.ts`, `constant-correlation.ts`,
 * `single-factor.ts`.
 *
 * ```ts
 * const data = Float64Array.of(0.01, 0.02, 0.03, 0, 0.02, 0.04, -0.01, 0.01)
 * const { covariance, intensity } = ledoitWolfCovariance(
 *   { kind: 'returns', t: 4, n: 2, data },
 *   { target: 'constant_variance', periodsPerYear: 252 },
 * )
 * assert.equal(intensity, 1)
 * assert.deepEqual(Array.from(covariance.data, (value) => value.toFixed(6)), ['0.055125', '0.000000', '0.000000', '0.055125'])
 * ```
 *
 * @throws OptimizerInputError as for all estimators, and for an unknown target
 */
export function ledoitWolfCovariance(returns: Returns, options: LedoitWolfOptions): ShrunkCovarianceEstimate {
  const { target, periodsPerYear } = argumentOf('options', options, [...estimatorFields, 'target', 'compat'])
  chosenParameter('target', target, ['constant_variance', 'constant_correlation', 'single_factor'])
  const sample = shrinkageSample(returns, options)
  const shape = { t: sample.t, n: sample.n, periodsPerYear }
  if (target === 'constant_correlation' && isCompatible(options)) {
    const usable = usableReturns(returns, { periodsPerYear: 1, nan: 'pairwise' }, { rows: 2, pairwise: true })
    const matrix = pairwiseCovariance(usable).covariance.data
    return shrunkEstimate(matrix, constantCorrelation(sample, matrix), shape)
  }
  return shrunkEstimate(sample.moments, shrinkageToward(target, sample), shape)
}

function shrinkageToward(target: LedoitWolfOptions['target'], sample: Sample): Shrinkage {
  switch (target) {
    case 'constant_variance':
      return constantVariance(sample)
    case 'constant_correlation':
      return constantCorrelation(sample, sample.moments)
    default:
      return singleFactor(sample)
  }
}
