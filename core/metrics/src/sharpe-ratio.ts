import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { ratioNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'

/**
 * Annualized mean excess return over its standard deviation: mean(x)/sd(x)·√A, sd with n − 1.
 *
 * Null for fewer than two returns or when they do not vary.
 *
 * Source: W. F. Sharpe, "The Sharpe ratio", Journal of Portfolio Management 21, 1994.
 *
 * ```ts
 * const excess = excessReturns(Float64Array.of(0.02, -0.01, 0.03, -0.02), 0)
 * assert.equal(sharpeRatio(excess, 12)?.toFixed(8), '0.72760688')
 * ```
 *
 * @param excess returns above the risk-free ones, as fractions; shape [n], or their moments
 * @param periodsPerYear 252 for trading days, 365 for markets that never close, 12 for months
 */
export function sharpeRatio(excess: Sample, periodsPerYear: number): number | null {
  const { count, mean, deviation, largest } = moments(excess)
  if (count < 2 || isNegligible(deviation, largest)) return null
  return finite((mean / deviation) * Math.sqrt(periodsPerYear))
}

export const sharpeMetric: Metric<'sharpe'> = {
  definition: {
    id: 'sharpe',
    name: 'Sharpe ratio',
    plainName: 'return for the risk taken',
    group: 'ratio',
    unit: 'ratio',
    meaning:
      'Return above the risk-free rate for each unit of volatility, per year. Above 1 is good; over a few years chance alone moves it by about half a point.',
    formula: 'mean(x)/sd(x) · √A',
    undefinedWhen: 'Fewer than 2 returns, returns that do not vary, or a ruined run.',
    source: 'W. F. Sharpe, The Sharpe ratio, Journal of Portfolio Management, 1994',
  },
  needs: ratioNeeds,
  compute: (context) => sharpeRatio(context.excessMoments(), context.run.periodsPerYear),
  otherwise: 'the returns do not vary',
}
