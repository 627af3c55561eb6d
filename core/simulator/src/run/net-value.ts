import type { Ledger } from '../ledger/ledger-plan.ts'

/** Money after trades at each session, session 0 included; zero at a ruin; shape [sessions]. */
export function netValue({ cash, long, short, sessions }: Ledger): Float64Array {
  const net = new Float64Array(sessions)
  for (let t = 0; t < sessions; t++) net[t] = cash[t]! + long[t]! - short[t]!
  return net
}
