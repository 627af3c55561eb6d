import { finite } from './finite.ts'
import type { Metric, RunContext } from './metric.ts'
import { returnsNeeded } from './needs.ts'

/**
 * The highest of the returns. Null for none.
 *
 * ```ts
 * assert.equal(bestReturn(Float64Array.of(0.02, -0.01, 0.03, -0.02)), 0.03)
 * ```
 *
 * @param returns of days, months or years, as fractions; shape [n]
 */
export function bestReturn(returns: Float64Array): number | null {
  return finite(returns.reduce((best, value) => Math.max(best, value), -Infinity))
}

/** The lowest of the returns, otherwise like `bestReturn`. */
export function worstReturn(returns: Float64Array): number | null {
  return finite(returns.reduce((worst, value) => Math.min(worst, value), Infinity))
}

const days = (context: RunContext): Float64Array => context.returns()
const months = (context: RunContext): Float64Array => context.monthReturns()
const years = (context: RunContext): Float64Array => context.yearReturns()

export const bestDayMetric: Metric<'best_day'> = metric({ id: 'best_day', noun: 'day', returns: days, extreme: bestReturn })
export const worstDayMetric: Metric<'worst_day'> = metric({ id: 'worst_day', noun: 'day', returns: days, extreme: worstReturn })
export const bestMonthMetric: Metric<'best_month'> = metric({
  id: 'best_month',
  noun: 'month',
  returns: months,
  extreme: bestReturn,
})
export const worstMonthMetric: Metric<'worst_month'> = metric({
  id: 'worst_month',
  noun: 'month',
  returns: months,
  extreme: worstReturn,
})
export const bestYearMetric: Metric<'best_year'> = metric({ id: 'best_year', noun: 'year', returns: years, extreme: bestReturn })
export const worstYearMetric: Metric<'worst_year'> = metric({
  id: 'worst_year',
  noun: 'year',
  returns: years,
  extreme: worstReturn,
})

interface Row<Id extends string> {
  id: Id
  noun: 'day' | 'month' | 'year'
  returns: (context: RunContext) => Float64Array
  extreme: (returns: Float64Array) => number | null
}

function metric<Id extends string>({ id, noun, returns, extreme }: Row<Id>): Metric<Id> {
  const isBest = extreme === bestReturn
  return {
    definition: {
      id,
      name: `${isBest ? 'Best' : 'Worst'} ${noun}`,
      plainName: `${isBest ? 'largest' : 'smallest'} return of a ${noun}`,
      group: 'distribution',
      unit: 'percent',
      meaning: `The ${isBest ? 'highest' : 'lowest'} return of a ${noun}${noun === 'day' ? '' : ', partial ones included'}.`,
      formula: `${isBest ? 'max' : 'min'} of the ${noun === 'day' ? 'daily' : `${noun}ly`} returns`,
      undefinedWhen: 'The run has one session only.',
      source: null,
    },
    needs: [returnsNeeded(1)],
    compute: (context) => extreme(returns(context)),
    otherwise: 'the run has one session only',
  }
}
