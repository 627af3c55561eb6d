import { count } from '../../../format.ts'
import { windowSessions } from './rolling-figures.ts'

export const rollingWindows = [3, 6, 12, 36] as const

export interface RollingChoice {
  months: number
  /** Why it cannot be shown. */
  tooLong: string | undefined
}

/** The windows, and which of them a run of so many returns is too short for. */
export function rollingChoices({ periodsPerYear, returns }: { periodsPerYear: number; returns: number }): RollingChoice[] {
  return rollingWindows.map((months) => {
    const needed = windowSessions(periodsPerYear, months)
    const isTooLong = returns < needed
    const words = `${months} months needs ${count(needed)} returns; this run has ${count(returns)}.`
    return { months, tooLong: isTooLong ? words : undefined }
  })
}

/** The wished window if it fits, else the longest that does; null when none does. 12 months unless wished otherwise. */
export function chosenWindow(choices: readonly RollingChoice[], wished: number | undefined): number | null {
  const fitting = choices.filter(({ tooLong }) => tooLong === undefined).map(({ months }) => months)
  const wanted = wished ?? 12
  return fitting.includes(wanted) ? wanted : (fitting.filter((months) => months < wanted).at(-1) ?? null)
}
