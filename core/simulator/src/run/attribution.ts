import { sum } from '@portofino/numeric'
import { firstOnOrAfter } from '../grid/sorted-days.ts'
import type { Ledger, LedgerPlan } from '../ledger/ledger-plan.ts'
import type { Attribution, AttributionRow } from '../result.ts'
import type { Tearsheet } from '../tearsheet.ts'
import { profitsBetween } from './profits.ts'

interface AttributedRun {
  plan: LedgerPlan
  ledger: Ledger
  days: Int32Array
  index: Float64Array
  /** Of each holding: its position in the legs, and its name. */
  holdings: readonly { leg: number; label: string }[]
  /** The run's calendar months and years, without gaps. */
  periods: Pick<Tearsheet, 'months' | 'years'>
}

/**
 * Splits the total return: a row for each risky leg, one for cash interest, one for costs (the first purchase counts in the first
 * return), and on a ruin one for what was missing to zero. Since capital is the only money that comes in, a contribution is
 * profit over capital; within a month or year it is also divided by the index at its start.
 */
export function attributionOf(run: AttributedRun): Attribution {
  const { days, index, periods, ledger } = run
  const kinds = attributionRows(run)
  const months = periods.months.map((month) => {
    const from = firstOnOrAfter(days, month.from)
    return { ...month, start: from, money: profitsBetween(run.plan, ledger, { from, to: firstOnOrAfter(days, month.to) }) }
  })
  const share = (money: number, start: number): number => money / run.plan.capital / index[start]!
  const rows = kinds.map((kind, row) => ({ ...kind, contribution: share(sum(months.map(({ money }) => money[row]!)), 0) }))
  return {
    rows,
    years: periods.years.map(({ year, partial, from }) => {
      const within = months.filter((month) => month.year === year)
      const start = firstOnOrAfter(days, from)
      const contributions = kinds.map((_, row) => share(sum(within.map(({ money }) => money[row]!)), start))
      return { year, partial, contributions, total: sum(contributions) }
    }),
    months: months.map(({ year, month, partial, start, money }) => {
      const contributions = kinds.map((_, row) => share(money[row]!, start))
      return { year, month: month!, partial, contributions, total: sum(contributions) }
    }),
  }
}

function attributionRows({ holdings, ledger }: AttributedRun): Omit<AttributionRow, 'contribution'>[] {
  const rows: Omit<AttributionRow, 'contribution'>[] = holdings.map(({ leg, label }) => ({ kind: 'leg', leg, label }))
  rows.push({ kind: 'interest', leg: null, label: 'cash interest' }, { kind: 'costs', leg: null, label: 'costs' })
  if (ledger.shortfall !== null) rows.push({ kind: 'shortfall', leg: null, label: 'shortfall' })
  return rows
}
