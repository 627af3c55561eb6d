import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { returnsNeeded, survival } from './needs.ts'

/**
 * Asymmetry of the returns, corrected for the bias of small samples: G1 = S·√(n(n − 1))/(n − 2), S of the population.
 *
 * Below zero, losses reach further than gains. Null for fewer than three returns or when they do not vary.
 *
 * Source: D. N. Joanes, C. A. Gill, "Comparing measures of sample skewness and kurtosis", The Statistician 47, 1998.
 *
 * ```ts
 * assert.equal(skewness(Float64Array.of(0.01, 0.01, 0.04))?.toFixed(8), '1.73205081')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n], or their moments
 */
export function skewness(returns: Sample): number | null {
  const { count, skewness: population } = moments(returns)
  if (count < 3 || population === null) return null
  return finite((population * Math.sqrt(count * (count - 1))) / (count - 2))
}

export const skewnessMetric: Metric<'skew'> = {
  definition: {
    id: 'skew',
    name: 'Skewness',
    plainName: 'lopsidedness of the returns',
    group: 'distribution',
    unit: 'ratio',
    meaning: 'Zero when gains and losses mirror each other. Below zero, large losses are more common than large gains.',
    formula: 'G1 = S · √(n(n − 1))/(n − 2)',
    undefinedWhen: 'Fewer than 3 returns, returns that do not vary, or a ruined run.',
    source: 'D. N. Joanes, C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician, 1998',
  },
  needs: [survival, returnsNeeded(3)],
  compute: (context) => skewness(context.moments()),
  otherwise: 'the returns do not vary',
}
