import { instrumentKey, printOption } from '@portofino/strategy'
import type { Instrument } from '@portofino/market'
import type { Leg } from '@portofino/strategy'
import { runLedger } from '../ledger/run-ledger.ts'
import { ledgerPlanOf } from '../plan/ledger-plan-of.ts'
import type { RiskFreeRate } from '../plan/risk-free.ts'
import type { RunPlan } from '../plan/run-plan.ts'
import { targetWeights } from '../plan/target-weights.ts'
import type { SimulatedBenchmark } from '../simulated-run.ts'
import { indexDrawdown, toIndex } from './returns.ts'

/** What the portfolio is compared with, on the first sessions of the run; null without `bench=`. */
export function benchmarkRun(run: RunPlan, riskFree: RiskFreeRate, sessions: number): SimulatedBenchmark | null {
  const written = run.portfolio.options.bench?.value
  if (written === undefined) return null
  const keys = written.kind === 'instrument' ? [instrumentKey(written)] : instrumentKeys(written.legs)
  const values =
    written.kind === 'instrument' ? run.priced.get(keys[0]!)!.column.closes : basketValue(run, written.legs, riskFree)
  const index = toIndex(values.subarray(0, sessions))
  const instruments = keys.map((key): Instrument => run.priced.get(key)!.subject.history.instrument)
  return { label: printOption('bench', written), instruments, index, drawdown: indexDrawdown(index) }
}

function instrumentKeys(legs: readonly Leg[]): string[] {
  return legs.flatMap(({ subject }) => (subject.kind === 'cash' ? [] : [instrumentKey(subject)]))
}

/** A ruined basket stays at zero. */
function basketValue(run: RunPlan, legs: Leg[], riskFree: RiskFreeRate): Float64Array {
  const weights = targetWeights({ legs, options: {} })
  const outcome = runLedger(ledgerPlanOf(run, { legs, weights, capital: 1, isCharged: false }, riskFree))
  if (outcome.kind !== 'finished') throw new Error(`Cannot follow the basket: its ledger was ${outcome.kind}`)
  const value = new Float64Array(run.days.length)
  value.set(outcome.ledger.value)
  return value
}
