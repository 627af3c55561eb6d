import { drawdownSeries } from '@portofino/metrics'
import { instrumentKey, printOption } from '@portofino/strategy'
import type { InstrumentReference, Leg } from '@portofino/strategy'
import type { Settlement } from '../grid/settlement.ts'
import { runLedger } from '../ledger/run-ledger.ts'
import { ledgerPlanOf } from '../plan/ledger-plan-of.ts'
import type { RiskFreeRate } from '../plan/risk-free.ts'
import type { RunPlan } from '../plan/run-plan.ts'
import { targetWeights } from '../plan/target-weights.ts'
import type { SimulatedBenchmark } from '../simulated-run.ts'
import { toIndex } from './to-index.ts'

/** What the portfolio is compared with, on the first sessions of the run; null without `bench=`. */
export function benchmarkRun(run: RunPlan, riskFree: RiskFreeRate, sessions: number): SimulatedBenchmark | null {
  const written = run.portfolio.options.bench?.value
  if (written === undefined) return null
  const { keys, values, settlement } =
    written.kind === 'instrument' ? followedInstrument(run, written) : followedBasket(run, written.legs, riskFree)
  const index = toIndex(values.subarray(0, sessions))
  return {
    label: printOption('bench', written),
    instruments: keys.map((key) => run.priced.get(key)!.subject.history.instrument),
    settlement: settlement !== null && settlement.session < sessions ? settlement : null,
    index,
    drawdown: drawdownSeries(index),
  }
}

interface Followed {
  keys: string[]
  values: Float64Array
  settlement: Settlement | null
}

function followedInstrument({ priced }: RunPlan, written: InstrumentReference): Followed {
  const key = instrumentKey(written)
  const { closes, settlement } = priced.get(key)!.column
  return { keys: [key], values: closes, settlement }
}

function followedBasket(run: RunPlan, legs: Leg[], riskFree: RiskFreeRate): Followed {
  const keys = legs.flatMap(({ subject }) => (subject.kind === 'cash' ? [] : [instrumentKey(subject)]))
  return { keys, values: basketValue(run, legs, riskFree), settlement: null }
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
