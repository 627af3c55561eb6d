import type { Trade } from '../result.ts'
import type { SimulatedRun } from '../simulated-run.ts'

/** What the sentences of the policy table draw on. */
export interface PolicyFacts {
  run: SimulatedRun
  trades: readonly Trade[]
}

/** ISO 4217. Every leg and the benchmark share it, and no run is without a leg that has prices. */
export function runCurrency({ legs }: SimulatedRun): string {
  return legs.find(({ instrument }) => instrument !== null)!.instrument!.currency
}
