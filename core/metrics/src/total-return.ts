import { finite } from './finite.ts'
import type { Metric } from './metric.ts'

/**
 * Growth over the whole run: V_n/V_0 − 1, as a fraction; −1 when all is lost.
 *
 * Null for no values or when the first is zero.
 *
 * ```ts
 * assert.equal(totalReturn(Float64Array.of(1, 0.8, 1.25)), 0.25)
 * ```
 *
 * @param values not negative, oldest first; shape [n + 1]
 */
export function totalReturn(values: Float64Array): number | null {
  return finite(values.at(-1)! / values[0]! - 1)
}

export const totalReturnMetric: Metric<'total_return'> = {
  definition: {
    id: 'total_return',
    name: 'Total return',
    plainName: 'gain over the whole run',
    group: 'return',
    unit: 'percent',
    meaning: 'How much a sum invested at the first session has grown by the last one. Money added or taken out does not count.',
    formula: 'V(n) − 1',
    undefinedWhen: 'Never.',
    source: null,
  },
  needs: [],
  compute: ({ run }) => totalReturn(run.index),
  otherwise: 'the growth is beyond what a number can hold',
}
