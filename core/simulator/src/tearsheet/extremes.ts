import type { SimulatedRun } from '../simulated-run.ts'
import type { DatedReturn, PeriodReturn, Tearsheet } from '../tearsheet.ts'

type DailyRun = Pick<SimulatedRun, 'days' | 'returns'>

interface ExtremePeriods {
  months: readonly PeriodReturn[]
  years: readonly PeriodReturn[]
}

type Beats = (a: number, b: number) => boolean

const isHigher: Beats = (a, b) => a > b
const isLower: Beats = (a, b) => a < b

/** The highest daily, monthly and yearly returns, the earliest of equal ones; null in a run without returns. */
export function bestReturns(run: DailyRun, { months, years }: ExtremePeriods): Tearsheet['best'] {
  return { day: extremeDay(run, isHigher), month: extreme(months, isHigher), year: extreme(years, isHigher) }
}

/** The lowest ones. */
export function worstReturns(run: DailyRun, { months, years }: ExtremePeriods): Tearsheet['worst'] {
  return { day: extremeDay(run, isLower), month: extreme(months, isLower), year: extreme(years, isLower) }
}

function extremeDay({ days, returns }: DailyRun, beats: Beats): DatedReturn | null {
  if (returns.length === 0) return null
  let found = 0
  for (let i = 1; i < returns.length; i++) if (beats(returns[i]!, returns[found]!)) found = i
  return { day: days[found + 1]!, return: returns[found]! }
}

function extreme(periods: readonly PeriodReturn[], beats: Beats): PeriodReturn | null {
  let found: PeriodReturn | null = null
  for (const period of periods) if (found === null || beats(period.return, found.return)) found = period
  return found
}
