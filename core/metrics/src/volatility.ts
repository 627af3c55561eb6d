import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { sampleNeeds } from './needs.ts'

/**
 * Annualized standard deviation of the returns: s·√A, s with n − 1.
 *
 * Null for fewer than two returns.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(volatility(returns, 12)?.toFixed(8), '0.08246211')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n], or their moments
 */
export function volatility(returns: Sample, periodsPerYear: number): number | null {
  const { count, deviation } = moments(returns)
  return count < 2 ? null : finite(deviation * Math.sqrt(periodsPerYear))
}

export const volatilityMetric: Metric<'volatility'> = {
  definition: {
    id: 'volatility',
    name: 'Volatility',
    plainName: 'how much it swings',
    group: 'risk',
    unit: 'percent',
    meaning:
      'How widely the returns scatter around their mean, per year. In two of three years the return lies about this close to its mean.',
    formula: 's · √A',
    undefinedWhen: 'Fewer than 2 returns.',
    source: null,
  },
  needs: sampleNeeds,
  compute: (context) => volatility(context.moments(), context.run.periodsPerYear),
  otherwise: 'the returns are too large',
}
