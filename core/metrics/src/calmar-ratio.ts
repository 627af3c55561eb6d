import { compoundAnnualGrowthMetric } from './compound-annual-growth.ts'
import { finite } from './finite.ts'
import { maximumDrawdownMetric } from './maximum-drawdown.ts'
import type { Metric } from './metric.ts'
import { ratioNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'

/**
 * Growth per year over the worst fall: cagr/maximum drawdown.
 *
 * Null when there was no fall.
 *
 * Source: T. W. Young, "Calmar ratio: a smoother tool", Futures 20, 1991; here over the whole run.
 *
 * ```ts
 * assert.equal(calmarRatio(0.125, 0.25), 0.5)
 * ```
 *
 * @param growth per year, as a fraction
 * @param drawdown the deepest, as a positive fraction
 */
export function calmarRatio(growth: number, drawdown: number): number | null {
  return isNegligible(drawdown, 0) ? null : finite(growth / drawdown)
}

export const calmarMetric: Metric<'calmar'> = {
  definition: {
    id: 'calmar',
    name: 'Calmar ratio',
    plainName: 'growth for the worst fall',
    group: 'ratio',
    unit: 'ratio',
    meaning: 'Yearly growth divided by the maximum drawdown. At 1, one average year makes up for the worst fall.',
    formula: 'CAGR/maximum drawdown',
    undefinedWhen: 'Fewer than 2 returns, no drawdown, or a ruined run.',
    source: 'T. W. Young, Calmar ratio: a smoother tool, Futures, 1991',
  },
  needs: ratioNeeds,
  compute: (context) => {
    const growth = context.value(compoundAnnualGrowthMetric)
    const drawdown = context.value(maximumDrawdownMetric)
    return growth === null || drawdown === null ? null : calmarRatio(growth, drawdown)
  },
  otherwise: 'the value never fell',
}
