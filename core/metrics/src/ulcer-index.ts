import { sumOfTerms } from '@portofino/numeric'
import { drawdownSeries } from './drawdowns.ts'
import type { Metric } from './metric.ts'
import { sampleNeeds } from './needs.ts'

/**
 * Root mean square of the drawdowns at all sessions, the first included, in points: 100·√mean(drawdown²).
 *
 * Zero when the value never falls; null for fewer than three values (two returns).
 *
 * Source: P. G. Martin, B. B. McCann, "The Investor's Guide to Fidelity Funds", 1989.
 *
 * ```ts
 * const index = Float64Array.of(1, 1.02, 1.0098, 1.040094, 1.01929212)
 * assert.equal(ulcerIndex(index)?.toFixed(8), '1.00000000')
 * ```
 *
 * @param values not negative, the first above zero; shape [n + 1]
 */
export function ulcerIndex(values: Float64Array): number | null {
  return rootMeanSquare(drawdownSeries(values))
}

export const ulcerMetric: Metric<'ulcer'> = {
  definition: {
    id: 'ulcer',
    name: 'Ulcer index',
    plainName: 'depth and length of the falls',
    group: 'drawdown',
    unit: 'points',
    meaning:
      'Typical distance below the last high, in percent. Deep falls weigh more than shallow ones, and long ones more than short ones.',
    formula: '100 · √(mean(drawdown²)), over t = 0..n',
    undefinedWhen: 'Fewer than 2 returns.',
    source: 'P. G. Martin, B. B. McCann, The Investor’s Guide to Fidelity Funds, 1989',
  },
  needs: sampleNeeds,
  compute: (context) => rootMeanSquare(context.drawdown()),
  otherwise: 'never null',
}

function rootMeanSquare(drawdown: Float64Array): number | null {
  if (drawdown.length < 3) return null
  return 100 * Math.sqrt(sumOfTerms(drawdown.length, (i) => drawdown[i]! * drawdown[i]!) / drawdown.length)
}
