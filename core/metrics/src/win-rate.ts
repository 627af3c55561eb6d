import type { Metric, RunContext } from './metric.ts'
import { returnsNeeded } from './needs.ts'

/**
 * Share of the returns above zero. Null for none.
 *
 * ```ts
 * assert.equal(winRate(Float64Array.of(0.02, -0.01, 0.03, 0)), 0.5)
 * ```
 *
 * @param returns of days, months or years, as fractions; shape [n]
 */
export function winRate(returns: Float64Array): number | null {
  if (returns.length === 0) return null
  let wins = 0
  for (const value of returns) if (value > 0) wins++
  return wins / returns.length
}

export const winRateMetric: Metric<'win_rate'> = metric({ id: 'win_rate', noun: 'day', returns: (context) => context.returns() })
export const monthlyWinRateMetric: Metric<'win_rate_month'> = metric({
  id: 'win_rate_month',
  noun: 'month',
  returns: (context) => context.monthReturns(),
})
export const yearlyWinRateMetric: Metric<'win_rate_year'> = metric({
  id: 'win_rate_year',
  noun: 'year',
  returns: (context) => context.yearReturns(),
})

interface Row<Id extends string> {
  id: Id
  noun: 'day' | 'month' | 'year'
  returns: (context: RunContext) => Float64Array
}

function metric<Id extends string>({ id, noun, returns }: Row<Id>): Metric<Id> {
  return {
    definition: {
      id,
      name: `Winning ${noun}s`,
      plainName: `${noun}s with a gain`,
      group: 'distribution',
      unit: 'percent',
      meaning: `Share of the ${noun}s that ended with a gain${noun === 'day' ? '' : ', partial ones included'}. Says nothing about how large gains and losses were.`,
      formula: `share of ${noun}s with a return above 0`,
      undefinedWhen: 'The run has one session only.',
      source: null,
    },
    needs: [returnsNeeded(1)],
    compute: (context) => winRate(returns(context)),
    otherwise: 'the run has one session only',
  }
}
