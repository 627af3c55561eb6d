import { exponentialSumRoots } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { MeasuredRun } from './measured-run.ts'
import type { Metric } from './metric.ts'
import { elapsedDays } from './needs.ts'

/** Money between an investor and a portfolio. */
export interface CashFlow {
  /** Days since any fixed day. */
  day: number
  /** Negative when paid in, positive when taken out. */
  amount: number
}

/**
 * Constant yearly rate x at which all cash flows balance: Σ F_k·(1 + x)^(−days_k/days per year) = 0. Also called
 * internal rate of return.
 *
 * Null unless exactly one rate above −1 does. −1 when one payment in is all there is and nothing came back.
 *
 * Source: C. R. Bacon, "Practical Portfolio Performance Measurement and Attribution", 2nd edition, 2008.
 *
 * ```ts
 * const flows = [{ day: 0, amount: -1 }, { day: 365, amount: -1 }, { day: 730, amount: 2.31 }]
 * assert.equal(moneyWeightedReturn(flows, 365)?.toFixed(9), '0.100000000')
 * ```
 *
 * @param flows the last one is usually the final value; in any order
 * @param daysPerYear 365.25 for years of average length, 365 as spreadsheets count
 */
export function moneyWeightedReturn(flows: readonly CashFlow[], daysPerYear: number): number | null {
  if (!flows.every(({ amount }) => Number.isFinite(amount))) return null
  const [first, last] = flows
  if (flows.length === 2 && first!.amount < 0 && last!.amount >= 0 && last!.day > first!.day) {
    return finite((last!.amount / -first!.amount) ** (daysPerYear / (last!.day - first!.day)) - 1)
  }
  // With 1 + x = e^(days per year · u) the flows are a sum of exponentials in −u, one for each day.
  const roots = exponentialSumRoots(flows.map(({ day, amount }) => ({ coefficient: amount, exponent: -day })))
  return roots.length === 1 ? finite(Math.expm1(roots[0]! * daysPerYear)) : null
}

/**
 * What the investor paid and received: the first value, the flows in between, and the last value.
 *
 * The run's index has no flows in it, so the last value in money follows from both: a flow F_k at session k is worth
 * F_k·V_n/V_k at the end, like all money that was there before. All amounts are multiples of the first value.
 *
 * ```ts
 * // Doubles each year; 1 is added after the first, so the end is 4 + 2.
 * const run = { index: Float64Array.of(1, 2, 4), days: Int32Array.of(0, 365, 730), flows: [{ session: 1, amount: 1 }] }
 * assert.deepEqual(investorFlows(run), [{ day: 0, amount: -1 }, { day: 365, amount: -1 }, { day: 730, amount: 6 }])
 * ```
 */
export function investorFlows({ index, days, flows }: Pick<MeasuredRun, 'index' | 'days' | 'flows'>): CashFlow[] {
  const end = index.at(-1)!
  let last = end / index[0]!
  const result: CashFlow[] = [{ day: days[0]!, amount: -1 }]
  for (const { session, amount } of flows) {
    result.push({ day: days[session]!, amount: 0 - amount })
    last += end === 0 ? 0 : (amount * end) / index[session]!
  }
  result.push({ day: days.at(-1)!, amount: last })
  return result
}

export const moneyWeightedReturnMetric: Metric<'mwr'> = metric({
  id: 'mwr',
  daysPerYear: 365.25,
  name: 'Money-weighted return',
  plainName: 'growth per year of the money put in',
  meaning:
    'The yearly rate a savings account would have needed to turn the same payments into the same end. Without flows it equals the CAGR.',
})

export const spreadsheetReturnMetric: Metric<'xirr_365'> = metric({
  id: 'xirr_365',
  daysPerYear: 365,
  name: 'Money-weighted return, XIRR',
  plainName: 'growth per year as spreadsheets count it',
  meaning: 'The money-weighted return with years of 365 days, to compare with the XIRR function of a spreadsheet.',
})

interface Row<Id extends string> {
  id: Id
  daysPerYear: number
  name: string
  plainName: string
  meaning: string
}

function metric<Id extends string>({ id, daysPerYear, name, plainName, meaning }: Row<Id>): Metric<Id> {
  return {
    definition: {
      id,
      name,
      plainName,
      group: 'flows',
      unit: 'percent',
      meaning,
      formula: `i where the sum of F(t)/(1 + i)^(days(t)/${daysPerYear}) is 0, over t = 0..n`,
      undefinedWhen: 'No rate, or more than one, balances the flows; or the run has one session only.',
      source: 'C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd edition, 2008',
    },
    needs: [elapsedDays],
    compute: ({ run }) => moneyWeightedReturn(investorFlows(run), daysPerYear),
    otherwise: 'no unique root',
  }
}
