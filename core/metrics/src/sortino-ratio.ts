import { mean, sumOfTerms } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { largestSize } from './moments.ts'
import { ratioNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'

/**
 * Annualized mean excess return over the downside deviation, which averages over *all* periods:
 * mean(x)·√A/√(Σ min(x, 0)²/n).
 *
 * Null for fewer than two returns or when none falls below the risk-free one.
 *
 * Source: F. A. Sortino, L. N. Price, "Performance measurement in a downside risk framework", Journal of Investing 3, 1994.
 *
 * ```ts
 * const excess = excessReturns(Float64Array.of(0.02, -0.01, 0.03, -0.02), 0)
 * assert.equal(sortinoRatio(excess, 12)?.toFixed(8), '1.54919334')
 * ```
 *
 * @param excess returns above the risk-free ones, as fractions; shape [n]
 * @param periodsPerYear 252 for trading days, 365 for markets that never close, 12 for months
 */
export function sortinoRatio(excess: Float64Array, periodsPerYear: number): number | null {
  const count = excess.length
  if (count < 2) return null
  const downside = Math.sqrt(sumOfTerms(count, (i) => Math.min(excess[i]!, 0) ** 2) / count)
  if (isNegligible(downside, largestSize(excess))) return null
  return finite((mean(excess)! / downside) * Math.sqrt(periodsPerYear))
}

export const sortinoMetric: Metric<'sortino'> = {
  definition: {
    id: 'sortino',
    name: 'Sortino ratio',
    plainName: 'return for the downside taken',
    group: 'ratio',
    unit: 'ratio',
    meaning:
      'Like the Sharpe ratio, but only falls below the risk-free rate count as risk. Swings upward are not held against the portfolio.',
    formula: 'mean(x) · √A/√(sum of min(x, 0)²/n), all n',
    undefinedWhen: 'Fewer than 2 returns, no return below the risk-free rate, or a ruined run.',
    source: 'F. A. Sortino, L. N. Price, Performance measurement in a downside risk framework, Journal of Investing, 1994',
  },
  needs: ratioNeeds,
  compute: (context) => sortinoRatio(context.excess(), context.run.periodsPerYear),
  otherwise: 'no return lies below the risk-free rate',
}
