import { drawdownSeries } from './drawdowns.ts'
import type { Metric } from './metric.ts'

/**
 * Deepest fall from a highest value so far, the first included, as a positive fraction: −min(V_t/max_{s≤t} V_s − 1).
 *
 * Zero when the value never falls, 1 when all is lost. `drawdowns` has its dates and length.
 *
 * ```ts
 * assert.equal(maximumDrawdown(Float64Array.of(1, 2, 1, 3)), 0.5)
 * ```
 *
 * @param values not negative, the first above zero; shape [n + 1]
 */
export function maximumDrawdown(values: Float64Array): number {
  return deepest(drawdownSeries(values))
}

export const maximumDrawdownMetric: Metric<'max_drawdown'> = {
  definition: {
    id: 'max_drawdown',
    name: 'Maximum drawdown',
    plainName: 'worst fall',
    group: 'drawdown',
    unit: 'percent',
    meaning: 'The largest loss from a high to the lowest point after it: what an investor with the worst timing went through.',
    formula: '−(lowest of (V(t)/(highest V so far) − 1))',
    undefinedWhen: 'Never.',
    source: null,
  },
  needs: [],
  compute: (context) => deepest(context.drawdown()),
  otherwise: 'never null',
}

function deepest(drawdown: Float64Array): number {
  let lowest = 0
  for (const value of drawdown) lowest = Math.min(lowest, value)
  return 0 - lowest
}
