import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { elapsedDays } from './needs.ts'

export interface GrowthPeriod {
  /** From the first value to the last. */
  calendarDays: number
  /** 365.25 for years of average length. */
  daysPerYear: number
}

/**
 * Constant yearly rate that turns the first value into the last: (V_n/V_0)^(days per year/days) − 1, as a fraction.
 *
 * −1 when all is lost. Null when no day passed or a short run's rate is beyond what a number can hold.
 *
 * ```ts
 * const growth = compoundAnnualGrowth(Float64Array.of(1, 1.21), { calendarDays: 730.5, daysPerYear: 365.25 })
 * assert.equal(growth?.toFixed(12), '0.100000000000')
 * ```
 *
 * @param values not negative, oldest first; shape [n + 1]
 */
export function compoundAnnualGrowth(values: Float64Array, { calendarDays, daysPerYear }: GrowthPeriod): number | null {
  if (!(calendarDays > 0)) return null
  return finite((values.at(-1)! / values[0]!) ** (daysPerYear / calendarDays) - 1)
}

export const compoundAnnualGrowthMetric: Metric<'cagr'> = {
  definition: {
    id: 'cagr',
    name: 'CAGR',
    plainName: 'growth per year',
    group: 'return',
    unit: 'percent',
    meaning:
      'The steady yearly growth that would have led to the same end. Marked as short below 365 days, where a lucky month turns into an unlikely year.',
    formula: 'V(n) to the power 365.25/days, minus 1',
    undefinedWhen: 'The run has one session only.',
    source: null,
  },
  needs: [elapsedDays],
  compute: (context) => compoundAnnualGrowth(context.run.index, { calendarDays: context.calendarDays(), daysPerYear: 365.25 }),
  otherwise: 'the run is too short for a yearly rate',
  flag: (context) => (context.calendarDays() < 365 ? 'short' : null),
}
