import { finite } from './finite.ts'
import { jointMoments, type PairedSample } from './joint-moments.ts'
import type { Metric } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'

/**
 * How far the portfolio moves with its benchmark: cov(x, x_b)/var(x_b), matched by date, never shifted.
 *
 * Null for fewer than two returns or when the benchmark does not vary.
 *
 * Source: W. F. Sharpe, "Capital asset prices", Journal of Finance 19, 1964.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(beta([portfolio, benchmark])?.toFixed(8), '1.30000000')
 * ```
 *
 * @param excess returns above the risk-free ones, of portfolio and benchmark; shape [n] each, or their joint moments
 * @throws RangeError when the two differ in length
 */
export function beta(excess: PairedSample): number | null {
  const { count, covariance, benchmarkVariance, benchmarkLargest } = jointMoments(excess)
  if (count < 2 || isNegligible(Math.sqrt(benchmarkVariance), benchmarkLargest)) return null
  return finite(covariance / benchmarkVariance)
}

export const betaMetric: Metric<'beta'> = {
  definition: {
    id: 'beta',
    name: 'Beta',
    plainName: 'how far it moves with the benchmark',
    group: 'benchmark',
    unit: 'ratio',
    meaning: 'When the benchmark moves by 1%, the portfolio tends to move by this many percent.',
    formula: 'cov(x, b)/var(b), both above the risk-free rate',
    undefinedWhen: 'No benchmark, fewer than 2 returns, a benchmark that does not vary, or a ruined run.',
    source: 'W. F. Sharpe, Capital asset prices, Journal of Finance, 1964',
  },
  needs: benchmarkNeeds,
  compute: (context) => beta(context.jointMoments()),
  otherwise: 'the benchmark does not vary',
}
