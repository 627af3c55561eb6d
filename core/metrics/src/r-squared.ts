import { correlation, correlationMetric } from './correlation.ts'
import type { PairedSample } from './joint-moments.ts'
import type { Metric } from './metric.ts'

/**
 * Share of the portfolio's variance that the benchmark explains: the squared correlation, within 0..1.
 *
 * Null where the correlation is.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(rSquared([portfolio, benchmark])?.toFixed(8), '0.99411765')
 * ```
 *
 * @param returns of portfolio and benchmark; shape [n] each, or their joint moments
 * @throws RangeError when the two differ in length
 */
export function rSquared(returns: PairedSample): number | null {
  const pearson = correlation(returns)
  return pearson === null ? null : pearson ** 2
}

export const rSquaredMetric: Metric<'r2'> = {
  definition: {
    id: 'r2',
    name: 'R²',
    plainName: 'share explained by the benchmark',
    group: 'benchmark',
    unit: 'ratio',
    meaning: 'How much of the ups and downs the benchmark explains. When it is low, beta and alpha mean little.',
    formula: 'correlation squared',
    undefinedWhen: 'No benchmark, fewer than 2 returns, returns that do not vary, or a ruined run.',
    source: null,
  },
  needs: correlationMetric.needs,
  compute: (context) => rSquared(context.jointMoments()),
  otherwise: correlationMetric.otherwise,
}
