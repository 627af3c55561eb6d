import { normalQuantile } from '@portofino/numeric'
import type { Definition } from './definition.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { sampleNeeds } from './needs.ts'
import { tailShare } from './tail-share.ts'

/**
 * Value at risk with the normal quantile adjusted for skewness S and excess kurtosis E (both of the population):
 * −(m + z'·s), z' = z + (z² − 1)S/6 + (z³ − 3z)E/24 − (2z³ − 5z)S²/36. Also called modified value at risk.
 *
 * Positive for a loss and not clamped. Null for fewer than two returns or when they do not vary.
 *
 * Source: E. A. Cornish, R. A. Fisher, "Moments and cumulants in the specification of distributions", 1938; as value at
 * risk: L. Favre, J.-A. Galeano, "Mean-modified value-at-risk optimization with hedge funds", 2002.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(cornishFisherValueAtRisk(returns, 0.95)?.toFixed(8), '0.03500976')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n], or their moments
 * @param confidence such as 0.95
 * @throws RangeError unless the confidence level lies between 0 and 1
 */
export function cornishFisherValueAtRisk(returns: Sample, confidence: number): number | null {
  const z = normalQuantile(tailShare(confidence))
  const { mean, deviation, skewness: S, excessKurtosis: E } = moments(returns)
  if (S === null || E === null) return null
  const adjusted = z + ((z ** 2 - 1) * S) / 6 + ((z ** 3 - 3 * z) * E) / 24 - ((2 * z ** 3 - 5 * z) * S ** 2) / 36
  return finite(-(mean + adjusted * deviation))
}

export const cornishFisherValueAtRisk95Metric: Metric<'var_cf'> = metric('var_cf', 95)
export const cornishFisherValueAtRisk99Metric: Metric<'var_cf_99'> = metric('var_cf_99', 99)

function metric<Id extends string>(id: Id, percent: number): Metric<Id> {
  return {
    definition: definition(id, percent),
    needs: sampleNeeds,
    compute: (context) => cornishFisherValueAtRisk(context.moments(), percent / 100),
    otherwise: 'the returns do not vary',
  }
}

function definition<Id extends string>(id: Id, percent: number): Definition<Id> {
  return {
    id,
    name: `Value at risk ${percent}%, Cornish–Fisher`,
    plainName: `loss on a bad day, corrected for lopsided returns, 1 in ${100 / (100 - percent)}`,
    group: 'risk',
    unit: 'percent',
    meaning: `The ${percent}% value at risk of a bell curve that is bent to the skewness and kurtosis of the returns. Not reliable when these are extreme.`,
    formula: '−(m + z* · s), z* = z + (z² − 1)S/6 + (z³ − 3z)E/24 − (2z³ − 5z)S²/36',
    undefinedWhen: 'Fewer than 2 returns, or returns that do not vary.',
    source: 'L. Favre, J.-A. Galeano, Mean-modified value-at-risk optimization with hedge funds, 2002',
  }
}
