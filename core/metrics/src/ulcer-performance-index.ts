import { compoundAnnualGrowthMetric } from './compound-annual-growth.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { ratioNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'
import { ulcerMetric } from './ulcer-index.ts'

/**
 * Growth per year above the risk-free rate, in points, over the ulcer index: (growth − rf)·100/ulcer.
 *
 * Null when the ulcer index is zero.
 *
 * Source: P. G. Martin, B. B. McCann, "The Investor's Guide to Fidelity Funds", 1989.
 *
 * ```ts
 * assert.equal(ulcerPerformanceIndex({ growth: 0.125, riskFree: 0, ulcer: 5 }), 2.5)
 * ```
 */
export function ulcerPerformanceIndex({ growth, riskFree, ulcer }: UlcerPerformance): number | null {
  return isNegligible(ulcer / 100, 0) ? null : finite(((growth - riskFree) * 100) / ulcer)
}

export interface UlcerPerformance {
  /** Per year, as a fraction. */
  growth: number
  /** Per year, as a fraction. */
  riskFree: number
  /** In points, as `ulcerIndex` gives it. */
  ulcer: number
}

export const ulcerPerformanceMetric: Metric<'upi'> = {
  definition: {
    id: 'upi',
    name: 'Ulcer performance index',
    plainName: 'growth for the falls endured',
    group: 'ratio',
    unit: 'ratio',
    meaning: 'Yearly growth above the risk-free rate for each point of the ulcer index. Also called Martin ratio.',
    formula: '(CAGR − rf) · 100/ulcer',
    undefinedWhen: 'Fewer than 2 returns, no drawdown, or a ruined run.',
    source: 'P. G. Martin, B. B. McCann, The Investor’s Guide to Fidelity Funds, 1989',
  },
  needs: ratioNeeds,
  compute: (context) => {
    const growth = context.value(compoundAnnualGrowthMetric)
    const ulcer = context.value(ulcerMetric)
    if (growth === null || ulcer === null) return null
    return ulcerPerformanceIndex({ growth, riskFree: context.annualRiskFree(), ulcer })
  },
  otherwise: 'the value never fell',
}
