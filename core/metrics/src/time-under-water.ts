import { drawdownSeries } from './drawdowns.ts'
import type { Metric } from './metric.ts'
import { returnsNeeded } from './needs.ts'

/**
 * Share of the sessions after the first at which the value lies below its highest so far.
 *
 * Null for fewer than two values.
 *
 * ```ts
 * assert.equal(timeUnderWater(Float64Array.of(1, 2, 1, 1.5, 3)), 0.5)
 * ```
 *
 * @param values not negative, the first above zero; shape [n + 1]
 */
export function timeUnderWater(values: Float64Array): number | null {
  return shareBelowZero(drawdownSeries(values))
}

export const timeUnderWaterMetric: Metric<'time_under_water'> = {
  definition: {
    id: 'time_under_water',
    name: 'Time under water',
    plainName: 'time below an earlier high',
    group: 'drawdown',
    unit: 'percent',
    meaning:
      'Share of the sessions that ended below a value reached before. Most good portfolios spend most of their time there.',
    formula: 'share of t = 1..n with V(t) below the highest V so far',
    undefinedWhen: 'The run has one session only.',
    source: null,
  },
  needs: [returnsNeeded(1)],
  compute: (context) => shareBelowZero(context.drawdown()),
  otherwise: 'the run has one session only',
}

function shareBelowZero(drawdown: Float64Array): number | null {
  if (drawdown.length < 2) return null
  let below = 0
  for (const value of drawdown) if (value < 0) below++
  return below / (drawdown.length - 1)
}
