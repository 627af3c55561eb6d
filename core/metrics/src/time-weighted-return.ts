import type { Metric } from './metric.ts'
import { totalReturnMetric } from './total-return.ts'

/** Total return of the index, which has no flows in it: `totalReturn`. Stands beside the money-weighted one. */
export const timeWeightedReturnMetric: Metric<'twr'> = {
  definition: {
    id: 'twr',
    name: 'Time-weighted return',
    plainName: 'gain of the strategy itself',
    group: 'flows',
    unit: 'percent',
    meaning:
      'Growth over the whole run with money added or taken out removed: what the strategy did, whenever the investor came and went.',
    formula: 'product of (V(t) − F(t))/V(t−1), minus 1',
    undefinedWhen: 'Never.',
    source: 'CFA Institute, Global Investment Performance Standards, 2020',
  },
  needs: [],
  compute: (context) => context.value(totalReturnMetric),
  otherwise: totalReturnMetric.otherwise,
}
