import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { elapsedDays, positions } from './needs.ts'

/**
 * Share of the portfolio exchanged per year of 365.25 days. Null when no day passed.
 *
 * ```ts
 * assert.equal(turnover(0.75, 730.5), 0.375)
 * ```
 *
 * @param tradedShare traded value over twice the value before the trade, summed over all trades
 */
export function turnover(tradedShare: number, calendarDays: number): number | null {
  return finite((tradedShare * 365.25) / calendarDays)
}

export const turnoverMetric: Metric<'turnover'> = {
  definition: {
    id: 'turnover',
    name: 'Turnover',
    plainName: 'share exchanged per year',
    group: 'exposure',
    unit: 'percent',
    meaning:
      'How much of the portfolio is sold and bought again in a year by rebalancing. The first purchase and a final sale do not count.',
    formula: 'sum of traded value/(2 · V before the trade), per 365.25 days',
    undefinedWhen: 'The run has one session only, or is of an index without positions.',
    source: null,
  },
  needs: [positions, elapsedDays],
  compute: (context) => turnover(context.run.tradedShare, context.calendarDays()),
  otherwise: 'the traded value is too large',
}
