import { quantile } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { ratioNeeds } from './needs.ts'

/**
 * Size of a good day over the size of a bad one: |95% quantile|/|5% quantile|, both of type 7.
 *
 * Null for fewer than two returns or when the 5% quantile is zero.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(tailRatio(returns)?.toFixed(8), '1.54054054')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n]
 */
export function tailRatio(returns: Float64Array): number | null {
  if (returns.length < 2) return null
  return finite(Math.abs(quantile(returns, 0.95)!) / Math.abs(quantile(returns, 0.05)!))
}

export const tailRatioMetric: Metric<'tail_ratio'> = {
  definition: {
    id: 'tail_ratio',
    name: 'Tail ratio',
    plainName: 'good days against bad days',
    group: 'distribution',
    unit: 'ratio',
    meaning: 'How large the best twentieth of days begins, compared with the worst. Above 1, good days are larger than bad ones.',
    formula: 'size of the 95% quantile/size of the 5% quantile of r',
    undefinedWhen: 'Fewer than 2 returns, a 5% quantile of zero, or a ruined run.',
    source: null,
  },
  needs: ratioNeeds,
  compute: (context) => tailRatio(context.returns()),
  otherwise: 'the 5% quantile is zero',
}
