import { activeReturns } from './active-returns.ts'
import type { Metric } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'
import { volatility } from './volatility.ts'

/**
 * Annualized standard deviation of the difference to the benchmark: sd(r − b)·√A.
 *
 * Null for fewer than two returns.
 *
 * Source: R. C. Grinold, R. N. Kahn, "Active Portfolio Management", 2nd edition, 2000.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(trackingError([portfolio, benchmark], 12)?.toFixed(8), '0.02000000')
 * ```
 *
 * @param returns of portfolio and benchmark, matched by date; shape [n] each
 * @throws RangeError when the two differ in length
 */
export function trackingError(
  returns: readonly [portfolio: Float64Array, benchmark: Float64Array],
  periodsPerYear: number,
): number | null {
  return volatility(activeReturns(returns).values, periodsPerYear)
}

export const trackingErrorMetric: Metric<'te'> = {
  definition: {
    id: 'te',
    name: 'Tracking error',
    plainName: 'how far it strays from the benchmark',
    group: 'benchmark',
    unit: 'percent',
    meaning: 'How widely the difference between portfolio and benchmark scatters, per year. Zero for a perfect copy.',
    formula: 'sd(r − b) · √A',
    undefinedWhen: 'No benchmark, fewer than 2 returns, or a ruined run.',
    source: 'R. C. Grinold, R. N. Kahn, Active Portfolio Management, 2nd edition, 2000',
  },
  needs: benchmarkNeeds,
  compute: (context) => trackingError([context.returns(), context.benchmarkReturns()], context.run.periodsPerYear),
  otherwise: 'the returns are too large',
}
