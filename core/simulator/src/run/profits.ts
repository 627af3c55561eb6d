import type { Ledger, LedgerPlan } from '../ledger/ledger-plan.ts'

/** After session `from`, up to and including session `to`. */
export interface Sessions {
  from: number
  to: number
}

/** Money that each holding, the cash, the costs and, on a ruin, the shortfall added to the value within the sessions; shape [m + 2 or 3]. */
export function profitsBetween(plan: LedgerPlan, ledger: Ledger, within: Sessions): Float64Array {
  const width = plan.prices.length
  const profits = new Float64Array(width + (ledger.shortfall === null ? 2 : 3))
  const { trades } = ledger
  for (let trade = tradeInForce(trades.session.subarray(0, trades.count), within.from); trade < trades.count; trade++) {
    const from = trades.session[trade]!
    if (from > within.to) break
    const booked = Math.max(from, 1)
    if (booked > within.from) profits[width + 1] = profits[width + 1]! - trades.cost[trade]!
    const next = trade + 1 < trades.count ? trades.session[trade + 1]! : ledger.sessions - 1
    const held = { from: Math.max(from, within.from), to: Math.min(next, within.to) }
    if (held.from < held.to) addHeld(profits, plan, { held, units: trades.units.subarray(trade * width, (trade + 1) * width) })
  }
  profits[width] = interestWithin(ledger, within)
  if (ledger.shortfall !== null && within.to === ledger.sessions - 1) profits[width + 2] = ledger.shortfall
  return profits
}

/** Position of the last trade at or before the session. */
function tradeInForce(sessions: Int32Array, session: number): number {
  let low = 0
  let high = sessions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sessions[middle]! <= session) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function addHeld(profits: Float64Array, plan: LedgerPlan, { held, units }: { held: Sessions; units: Float64Array }): void {
  for (let i = 0; i < units.length; i++) {
    const column = plan.prices[i]!
    const moved = units[i]! * (column[held.to]! - column[held.from]!)
    profits[i] = profits[i]! + moved - (units[i]! < 0 ? borrowFee(plan, held, column) * -units[i]! : 0)
  }
}

/** For one unit held short. */
function borrowFee({ accrual }: LedgerPlan, { from, to }: Sessions, column: Float64Array): number {
  if (accrual === null) return 0
  let fee = 0
  for (let t = from + 1; t <= to; t++) fee += column[t - 1]! * accrual.borrow[t]!
  return fee
}

function interestWithin({ interest }: Ledger, { from, to }: Sessions): number {
  if (interest === null) return 0
  let earned = 0
  for (let t = from + 1; t <= to; t++) earned += interest[t]!
  return earned
}
