import { beta } from './beta.ts'
import { finite } from './finite.ts'
import { jointMoments, type PairedSample } from './joint-moments.ts'
import type { Metric } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'

/**
 * Mean excess return per year over beta: A·mean(x)/β.
 *
 * Null where beta is, or when beta is zero.
 *
 * Source: J. L. Treynor, "How to rate management of investment funds", Harvard Business Review 43, 1965.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(treynorRatio([portfolio, benchmark], 12)?.toFixed(8), '0.04615385')
 * ```
 *
 * @param excess returns above the risk-free ones, of portfolio and benchmark; shape [n] each, or their joint moments
 * @throws RangeError when the two differ in length
 */
export function treynorRatio(excess: PairedSample, periodsPerYear: number): number | null {
  const joint = jointMoments(excess)
  const slope = beta(joint)
  return slope === null ? null : finite((periodsPerYear * joint.mean) / slope)
}

export const treynorMetric: Metric<'treynor'> = {
  definition: {
    id: 'treynor',
    name: 'Treynor ratio',
    plainName: 'return for the market risk taken',
    group: 'benchmark',
    unit: 'ratio',
    meaning: 'Return above the risk-free rate for each unit of beta, per year: only risk shared with the benchmark counts.',
    formula: 'A · mean(x)/beta',
    undefinedWhen: 'No benchmark, fewer than 2 returns, a benchmark that does not vary, a beta of zero, or a ruined run.',
    source: 'J. L. Treynor, How to rate management of investment funds, Harvard Business Review, 1965',
  },
  needs: benchmarkNeeds,
  compute: (context) => treynorRatio(context.jointMoments(), context.run.periodsPerYear),
  otherwise: 'beta is zero or undefined',
}
