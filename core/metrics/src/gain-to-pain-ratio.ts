import { sum, sumOfTerms } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { ratioNeeds } from './needs.ts'

/**
 * Sum of all returns over the sum of the losses: Σr/Σ max(−r, 0).
 *
 * Null for fewer than two returns or without a loss.
 *
 * Source: J. D. Schwager, "Hedge Fund Market Wizards", 2012.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(gainToPainRatio(returns)?.toFixed(8), '0.66666667')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n]
 */
export function gainToPainRatio(returns: Float64Array): number | null {
  if (returns.length < 2) return null
  return finite(sum(returns) / sumOfTerms(returns.length, (i) => Math.max(-returns[i]!, 0)))
}

export const gainToPainMetric: Metric<'gain_to_pain'> = {
  definition: {
    id: 'gain_to_pain',
    name: 'Gain to pain',
    plainName: 'what remains for each unit of loss',
    group: 'ratio',
    unit: 'ratio',
    meaning: 'The sum of all returns divided by the sum of all losses. At 0 gains and losses cancel out.',
    formula: 'sum of r/sum of max(−r, 0)',
    undefinedWhen: 'Fewer than 2 returns, no losing session, or a ruined run.',
    source: 'J. D. Schwager, Hedge Fund Market Wizards, 2012',
  },
  needs: ratioNeeds,
  compute: (context) => gainToPainRatio(context.returns()),
  otherwise: 'no session lost',
}
