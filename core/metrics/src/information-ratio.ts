import { activeReturns } from './active-returns.ts'
import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { moments } from './moments.ts'
import { benchmarkNeeds } from './needs.ts'
import { isNegligible } from './negligible.ts'

/**
 * Mean return beyond the benchmark's, per year, over the tracking error: A·mean(r − b)/te.
 *
 * Null for fewer than two returns or when the difference to the benchmark does not vary.
 *
 * Source: R. C. Grinold, R. N. Kahn, "Active Portfolio Management", 2nd edition, 2000.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(informationRatio([portfolio, benchmark], 12)?.toFixed(8), '3.00000000')
 * ```
 *
 * @param returns of portfolio and benchmark, matched by date; shape [n] each
 * @throws RangeError when the two differ in length
 */
export function informationRatio(
  returns: readonly [portfolio: Float64Array, benchmark: Float64Array],
  periodsPerYear: number,
): number | null {
  const { values, largest } = activeReturns(returns)
  const { count, mean, deviation } = moments(values)
  if (count < 2 || isNegligible(deviation, largest)) return null
  return finite((periodsPerYear * mean) / (deviation * Math.sqrt(periodsPerYear)))
}

export const informationRatioMetric: Metric<'ir'> = {
  definition: {
    id: 'ir',
    name: 'Information ratio',
    plainName: 'gain over the benchmark for straying from it',
    group: 'benchmark',
    unit: 'ratio',
    meaning: 'Return beyond the benchmark for each unit of tracking error, per year.',
    formula: 'A · mean(r − b)/tracking error',
    undefinedWhen: 'No benchmark, fewer than 2 returns, a constant difference to the benchmark, or a ruined run.',
    source: 'R. C. Grinold, R. N. Kahn, Active Portfolio Management, 2nd edition, 2000',
  },
  needs: benchmarkNeeds,
  compute: (context) => informationRatio([context.returns(), context.benchmarkReturns()], context.run.periodsPerYear),
  otherwise: 'the difference to the benchmark does not vary',
}
