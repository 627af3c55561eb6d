import { select, sum } from '@portofino/numeric'
import type { Definition } from './definition.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { sampleNeeds } from './needs.ts'
import { tailCount } from './tail-share.ts'

/**
 * Mean loss in the tail, by history: −mean of the worst ⌈(1 − confidence)·n⌉ returns. Also called expected shortfall.
 *
 * Positive for a loss and not clamped. Null for fewer than two returns.
 *
 * Source: C. Acerbi, D. Tasche, "On the coherence of expected shortfall", Journal of Banking & Finance 26, 2002.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(conditionalValueAtRisk(returns, 0.5), 0.015)
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n]
 * @param confidence such as 0.95
 * @throws RangeError unless the confidence level lies between 0 and 1
 */
export function conditionalValueAtRisk(returns: Float64Array, confidence: number): number | null {
  const worst = tailCount(confidence, returns.length)
  if (returns.length < 2) return null
  const ordered = Float64Array.from(returns)
  select(ordered, worst - 1)
  return finite(-sum(ordered.subarray(0, worst)) / worst)
}

export const conditionalValueAtRisk95Metric: Metric<'cvar_95'> = metric('cvar_95', 95)
export const conditionalValueAtRisk99Metric: Metric<'cvar_99'> = metric('cvar_99', 99)

function metric<Id extends string>(id: Id, percent: number): Metric<Id> {
  return {
    definition: definition(id, percent),
    needs: sampleNeeds,
    compute: (context) => conditionalValueAtRisk(context.returns(), percent / 100),
    otherwise: 'the returns are too large',
  }
}

function definition<Id extends string>(id: Id, percent: number): Definition<Id> {
  return {
    id,
    name: `Conditional value at risk ${percent}%`,
    plainName: `mean loss of the worst ${100 - percent}% of days`,
    group: 'risk',
    unit: 'percent',
    meaning: `The average of the worst ${100 - percent} of 100 days: how bad it is when it is bad.`,
    formula: `−mean of the worst ${100 - percent}% of r, their number rounded up`,
    undefinedWhen: 'Fewer than 2 returns.',
    source: 'C. Acerbi, D. Tasche, On the coherence of expected shortfall, Journal of Banking & Finance, 2002',
  }
}
