import { normalQuantile } from '@portofino/numeric'
import type { Definition } from './definition.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { sampleNeeds } from './needs.ts'
import { tailShare } from './tail-share.ts'

/**
 * Value at risk as if the returns were normally distributed: −(m + z·s) with z the normal quantile of 1 − confidence.
 *
 * Positive for a loss and not clamped. Null for fewer than two returns.
 *
 * Source: P. Jorion, "Value at Risk", 3rd edition, 2006.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(normalValueAtRisk(returns, 0.95)?.toFixed(8), '0.03415535')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n], or their moments
 * @param confidence such as 0.95
 * @throws RangeError unless the confidence level lies between 0 and 1
 */
export function normalValueAtRisk(returns: Sample, confidence: number): number | null {
  const z = normalQuantile(tailShare(confidence))
  const { count, mean, deviation } = moments(returns)
  return count < 2 ? null : finite(-(mean + z * deviation))
}

export const normalValueAtRisk95Metric: Metric<'var_normal'> = metric('var_normal', 95)
export const normalValueAtRisk99Metric: Metric<'var_normal_99'> = metric('var_normal_99', 99)

function metric<Id extends string>(id: Id, percent: number): Metric<Id> {
  return {
    definition: definition(id, percent),
    needs: sampleNeeds,
    compute: (context) => normalValueAtRisk(context.moments(), percent / 100),
    otherwise: 'the returns are too large',
  }
}

function definition<Id extends string>(id: Id, percent: number): Definition<Id> {
  return {
    id,
    name: `Value at risk ${percent}%, normal`,
    plainName: `loss on a bad day under a bell curve, 1 in ${100 / (100 - percent)}`,
    group: 'risk',
    unit: 'percent',
    meaning: `The ${percent}% value at risk that a bell curve of the same mean and spread would have. Real returns fall further more often.`,
    formula: `−(m + z · s), z the normal quantile of ${100 - percent}%`,
    undefinedWhen: 'Fewer than 2 returns.',
    source: 'P. Jorion, Value at Risk, 3rd edition, 2006',
  }
}
