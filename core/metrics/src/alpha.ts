import { beta } from './beta.ts'
import { finite } from './finite.ts'
import { jointMoments, type PairedSample } from './joint-moments.ts'
import type { Metric } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'

/**
 * Mean excess return per year that the benchmark does not explain: A·(mean x − β·mean x_b).
 *
 * Null where beta is.
 *
 * Source: M. C. Jensen, "The performance of mutual funds in the period 1945–1964", Journal of Finance 23, 1968.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(alpha([portfolio, benchmark], 12)?.toFixed(8), '0.06000000')
 * ```
 *
 * @param excess returns above the risk-free ones, of portfolio and benchmark; shape [n] each, or their joint moments
 * @throws RangeError when the two differ in length
 */
export function alpha(excess: PairedSample, periodsPerYear: number): number | null {
  const joint = jointMoments(excess)
  const slope = beta(joint)
  return slope === null ? null : finite(periodsPerYear * (joint.mean - slope * joint.benchmarkMean))
}

export const alphaMetric: Metric<'alpha'> = {
  definition: {
    id: 'alpha',
    name: 'Alpha',
    plainName: 'return that the benchmark does not explain',
    group: 'benchmark',
    unit: 'percent',
    meaning: 'Return per year beyond what a mix of the benchmark and cash with the same beta would have given.',
    formula: 'A · (mean(x) − beta · mean(b)), both above the risk-free rate',
    undefinedWhen: 'No benchmark, fewer than 2 returns, a benchmark that does not vary, or a ruined run.',
    source: 'M. C. Jensen, The performance of mutual funds in the period 1945–1964, Journal of Finance, 1968',
  },
  needs: benchmarkNeeds,
  compute: (context) => alpha(context.jointMoments(), context.run.periodsPerYear),
  otherwise: 'the benchmark does not vary',
}
