import { mean } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { ratioNeeds } from './needs.ts'

/**
 * Mean gain over the size of the mean loss.
 *
 * Null for fewer than two returns, without a gain or without a loss.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(payoffRatio(returns)?.toFixed(8), '1.66666667')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n]
 */
export function payoffRatio(returns: Float64Array): number | null {
  const gain = mean(returns.filter((value) => value > 0))
  const loss = mean(returns.filter((value) => value < 0))
  if (returns.length < 2 || gain === null || loss === null) return null
  return finite(gain / Math.abs(loss))
}

export const payoffMetric: Metric<'payoff'> = {
  definition: {
    id: 'payoff',
    name: 'Payoff ratio',
    plainName: 'mean gain against mean loss',
    group: 'ratio',
    unit: 'ratio',
    meaning: 'How large the mean winning day is, compared with the mean losing day.',
    formula: 'mean of r above 0/size of the mean of r below 0',
    undefinedWhen: 'Fewer than 2 returns, no winning or no losing session, or a ruined run.',
    source: null,
  },
  needs: ratioNeeds,
  compute: (context) => payoffRatio(context.returns()),
  otherwise: 'it needs a winning and a losing session',
}
