import { sumOfTerms } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { ratioNeeds } from './needs.ts'

/**
 * All gains over the threshold for all losses below it: Σ max(r − θ, 0)/Σ max(θ − r, 0).
 *
 * Null for fewer than two returns or when none lies below the threshold.
 *
 * Source: C. Keating, W. F. Shadwick, "A universal performance measure", Journal of Performance Measurement 6, 2002.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(omegaRatio(returns, 0)?.toFixed(8), '1.66666667')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n]
 * @param threshold θ, return per period as a fraction
 */
export function omegaRatio(returns: Float64Array, threshold: number): number | null {
  const count = returns.length
  if (count < 2) return null
  const gains = sumOfTerms(count, (i) => Math.max(returns[i]! - threshold, 0))
  const losses = sumOfTerms(count, (i) => Math.max(threshold - returns[i]!, 0))
  return finite(gains / losses)
}

export const omegaMetric: Metric<'omega'> = {
  definition: {
    id: 'omega',
    name: 'Omega ratio',
    plainName: 'gains for each unit of loss',
    group: 'ratio',
    unit: 'ratio',
    meaning: 'All gains divided by all losses, around a return of zero. Above 1, the gains outweigh.',
    formula: 'sum of max(r − θ, 0)/sum of max(θ − r, 0), θ = 0',
    undefinedWhen: 'Fewer than 2 returns, no losing session, or a ruined run.',
    source: 'C. Keating, W. F. Shadwick, A universal performance measure, Journal of Performance Measurement, 2002',
  },
  needs: ratioNeeds,
  compute: (context) => omegaRatio(context.returns(), 0),
  otherwise: 'no session lost',
}
