import { finite } from './finite.ts'
import { jointMoments, type PairedSample } from './joint-moments.ts'
import type { Metric } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'

/**
 * Pearson's correlation of two lists of returns, matched by date, within −1..1.
 *
 * Null for fewer than two returns or when one of the two does not vary.
 *
 * Source: K. Pearson, "Notes on regression and inheritance in the case of two parents", 1895.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(correlation([portfolio, benchmark])?.toFixed(8), '0.99705449')
 * ```
 *
 * @param returns of portfolio and benchmark; shape [n] each, or their joint moments
 * @throws RangeError when the two differ in length
 */
export function correlation(returns: PairedSample): number | null {
  const { count, covariance, variance, benchmarkVariance, largest, benchmarkLargest } = jointMoments(returns)
  const deviation = Math.sqrt(variance)
  const benchmarkDeviation = Math.sqrt(benchmarkVariance)
  if (count < 2 || isNegligible(deviation, largest) || isNegligible(benchmarkDeviation, benchmarkLargest)) return null
  return finite(Math.min(Math.max(covariance / deviation / benchmarkDeviation, -1), 1))
}

export const correlationMetric: Metric<'correlation'> = {
  definition: {
    id: 'correlation',
    name: 'Correlation',
    plainName: 'how closely it follows the benchmark',
    group: 'benchmark',
    unit: 'ratio',
    meaning:
      '1 when portfolio and benchmark always move together, 0 when they have nothing to do with each other, −1 when they are opposites.',
    formula: 'cov(x, b)/(sd(x) · sd(b))',
    undefinedWhen: 'No benchmark, fewer than 2 returns, returns that do not vary, or a ruined run.',
    source: 'K. Pearson, Notes on regression and inheritance in the case of two parents, 1895',
  },
  needs: benchmarkNeeds,
  compute: (context) => correlation(context.jointMoments()),
  otherwise: 'the portfolio or the benchmark does not vary',
}
