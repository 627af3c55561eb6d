import type { Exposure } from '@portofino/metrics'
import type { Ledger } from '../ledger/ledger-plan.ts'

/** After trades, as fractions of the net value; zero at a ruin; shape [sessions] each. */
export function exposureOf({ cash, long, short, sessions }: Ledger, net: Float64Array): Exposure {
  const exposure = { gross: new Float64Array(sessions), net: new Float64Array(sessions), cash: new Float64Array(sessions) }
  for (let t = 0; t < sessions; t++) {
    const value = net[t]!
    if (value <= 0) continue
    exposure.gross[t] = (long[t]! + short[t]!) / value
    exposure.net[t] = (long[t]! - short[t]!) / value
    exposure.cash[t] = cash[t]! / value
  }
  return exposure
}
