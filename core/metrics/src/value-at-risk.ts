import { quantile } from '@portofino/numeric'
import type { Definition } from './definition.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { sampleNeeds } from './needs.ts'
import { tailShare } from './tail-share.ts'

/**
 * Loss per period that is not exceeded at the confidence level, by history: −quantile(returns, 1 − confidence), type 7.
 *
 * Positive for a loss and not clamped: negative when even the tail gains. Null for fewer than two returns.
 *
 * Source of the quantile: R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996.
 *
 * ```ts
 * const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(valueAtRisk(returns, 0.95)?.toFixed(8), '0.01850000')
 * ```
 *
 * @param returns simple returns per period, as fractions; shape [n]
 * @param confidence such as 0.95
 * @throws RangeError unless the confidence level lies between 0 and 1
 */
export function valueAtRisk(returns: Float64Array, confidence: number): number | null {
  const p = tailShare(confidence)
  return returns.length < 2 ? null : finite(-quantile(returns, p)!)
}

export const valueAtRisk95Metric: Metric<'var_95'> = metric('var_95', 95)
export const valueAtRisk99Metric: Metric<'var_99'> = metric('var_99', 99)

function metric<Id extends string>(id: Id, percent: number): Metric<Id> {
  return {
    definition: definition(id, percent),
    needs: sampleNeeds,
    compute: (context) => valueAtRisk(context.returns(), percent / 100),
    otherwise: 'the returns are too large',
  }
}

function definition<Id extends string>(id: Id, percent: number): Definition<Id> {
  return {
    id,
    name: `Value at risk ${percent}%`,
    plainName: `loss on a bad day, 1 in ${100 / (100 - percent)}`,
    group: 'risk',
    unit: 'percent',
    meaning: `On ${percent} of 100 days of the run, the loss was not larger than this.`,
    formula: `−${100 - percent}% quantile of r, type 7`,
    undefinedWhen: 'Fewer than 2 returns.',
    source: 'R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician, 1996',
  }
}
