import { normalCumulative } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { ratioNeeds } from './needs.ts'

/**
 * Probability that the true Sharpe ratio is above a threshold h*, given the length and shape of the sample:
 * Φ((h − h*)·√(n − 1)/√(1 − S·h + (k − 1)/4·h²)), h = mean(x)/sd(x), k the raw kurtosis, S and k of the population.
 *
 * Null for fewer than two returns or when they do not vary.
 *
 * Source: D. H. Bailey, M. López de Prado, "The Sharpe ratio efficient frontier", Journal of Risk 15, 2012.
 *
 * ```ts
 * const excess = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(probabilisticSharpeRatio(excess, 0)?.toFixed(8), '0.64183199')
 * ```
 *
 * @param excess returns above the risk-free ones, as fractions; shape [n], or their moments
 * @param threshold h*, per period, not annualized
 */
export function probabilisticSharpeRatio(excess: Sample, threshold: number): number | null {
  const { count, mean, deviation, skewness, excessKurtosis } = moments(excess)
  if (skewness === null || excessKurtosis === null) return null
  const sharpe = mean / deviation
  const error = Math.sqrt((1 - skewness * sharpe + ((excessKurtosis + 2) / 4) * sharpe ** 2) / (count - 1))
  return finite(normalCumulative((sharpe - threshold) / error))
}

export const probabilisticSharpeMetric: Metric<'psr'> = {
  definition: {
    id: 'psr',
    name: 'Probabilistic Sharpe ratio',
    plainName: 'chance that the true Sharpe ratio is above 0',
    group: 'ratio',
    unit: 'percent',
    meaning:
      'How sure one can be that the Sharpe ratio is not just luck, given how long the run is and how its returns are shaped.',
    formula: 'Φ(h · √(n − 1)/√(1 − S · h + (k − 1)/4 · h²)), h = mean(x)/sd(x), k = E + 3',
    undefinedWhen: 'Fewer than 2 returns, returns that do not vary, or a ruined run.',
    source: 'D. H. Bailey, M. López de Prado, The Sharpe ratio efficient frontier, Journal of Risk, 2012',
  },
  needs: ratioNeeds,
  compute: (context) => probabilisticSharpeRatio(context.excessMoments(), 0),
  otherwise: 'the returns do not vary',
}
