import type { Diagnostic } from '@portofino/strategy'
import type { Trade } from '../result.ts'
import type { SimulatedRun } from '../simulated-run.ts'

/** What the sentences of the policy table draw on. */
export interface PolicyFacts {
  run: SimulatedRun
  trades: readonly Trade[]
  notes: readonly Diagnostic[]
}

/** ISO 4217; every leg and the benchmark share it. Null for a run that holds nothing but cash. */
export function runCurrency({ legs, benchmark }: SimulatedRun): string | null {
  const held = legs.find(({ instrument }) => instrument !== null)?.instrument
  return (held ?? benchmark?.instruments[0])?.currency ?? null
}
