import type { Ledger, LedgerPlan } from '../ledger/ledger-plan.ts'

/** Signed fractions of the net value after trades, one row of sessions for each holding; zero at a ruin; shape [m][sessions]. */
export function holdingWeights({ prices }: LedgerPlan, { trades, sessions }: Ledger, net: Float64Array): Float64Array[] {
  return prices.map((column, holding) => {
    const weights = new Float64Array(sessions)
    for (let trade = 0; trade < trades.count; trade++) {
      const units = trades.units[trade * prices.length + holding]!
      const end = trade + 1 < trades.count ? trades.session[trade + 1]! : sessions
      for (let t = trades.session[trade]!; t < end; t++) weights[t] = net[t]! > 0 ? (units * column[t]!) / net[t]! : 0
    }
    return weights
  })
}
