import type { RunResult } from '../../api/queries.ts'

/** Said of a price index wherever a total return is compared with it. */
export const withoutDividends = 'without dividends'

/** `S&P 500 without dividends`: what a run is compared with. */
export function comparedName(name: string, { benchmark }: Pick<RunResult, 'benchmark'>): string {
  return benchmark === null || benchmark.with_dividends ? name : `${name} ${withoutDividends}`
}
