import type { PeriodReturn } from '@portofino/simulator'
import type { RangeTearsheet } from '../period/range-tearsheet.ts'

export type MonthsKind = 'portfolio' | 'benchmark' | 'difference'

export interface MonthCell {
  value: number
  /** The range covers only part of it. */
  partial: boolean
}

export interface YearRow {
  year: number
  /** January first; null for months outside the range. */
  months: (MonthCell | null)[]
  total: MonthCell | null
}

/** What a period says in a kind of table. */
export function periodValue(period: PeriodReturn, kind: MonthsKind): number {
  const benchmark = period.benchmarkReturn ?? 0
  return { portfolio: period.return, benchmark, difference: period.return - benchmark }[kind]
}

/** Months by years, with the return of each year as it compounded. */
export function monthsGrid({ months, years }: Pick<RangeTearsheet, 'months' | 'years'>, kind: MonthsKind): YearRow[] {
  const cell = (period: PeriodReturn | undefined): MonthCell | null =>
    period === undefined ? null : { value: periodValue(period, kind), partial: period.partial }
  return years.map((whole) => ({
    year: whole.year,
    months: Array.from({ length: 12 }, (_, i) => cell(months.find(({ year, month }) => year === whole.year && month === i + 1))),
    total: cell(whole),
  }))
}
