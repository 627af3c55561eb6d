import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { returnsNeeded, survival } from './needs.ts'

/**
 * Weight of the tails above a normal distribution's, corrected for the bias of small samples:
 * G2 = ((n + 1)E + 6)(n − 1)/((n − 2)(n − 3)), E of the population.
 *
 * Null for fewer than four returns or when they do not vary.
 *
 * Source: D. N. Joanes, C. A. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47, 1998.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(excessKurtosis(returns)?.toFixed(8), '-4.33910035')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n], or their moments
 */
export function excessKurtosis(returns: Sample): number | null {
  const { count, excessKurtosis: population } = moments(returns)
  if (count < 4 || population === null) return null
  return finite((((count + 1) * population + 6) * (count - 1)) / ((count - 2) * (count - 3)))
}

export const excessKurtosisMetric: Metric<'kurtosis'> = {
  definition: {
    id: 'kurtosis',
    name: 'Excess kurtosis',
    plainName: 'weight of extreme days',
    group: 'distribution',
    unit: 'ratio',
    meaning:
      'Zero for a bell curve. Above it, very good and very bad days are more common than the volatility suggests; shares are usually at 3 to 15.',
    formula: 'G2 = ((n + 1)E + 6)(n − 1)/((n − 2)(n − 3))',
    undefinedWhen: 'Fewer than 4 returns, returns that do not vary, or a ruined run.',
    source: 'D. N. Joanes, C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician, 1998',
  },
  needs: [survival, returnsNeeded(4)],
  compute: (context) => excessKurtosis(context.moments()),
  otherwise: 'the returns do not vary',
}
