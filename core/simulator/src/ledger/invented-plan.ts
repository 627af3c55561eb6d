import { noCosts } from '@portofino/rebalancing'
import type { Ledger, LedgerPlan } from './ledger-plan.ts'
import { runLedger } from './run-ledger.ts'

/** What a test overrides of an invented plan, and the sessions on which a trade is due. */
export type PlanOverrides = Partial<LedgerPlan> & { dueAt?: number[] }

/** A plan for a test: one column of prices a holding, 1000 of capital, all free and open unless overridden. */
export function inventedPlan(prices: number[][], targets: number[], overrides: PlanOverrides = {}): LedgerPlan {
  const { dueAt = [], ...rest } = overrides
  const sessions = prices[0]!.length
  const due = new Uint8Array(sessions)
  for (const session of dueAt) due[session] = 1
  return {
    sessions,
    capital: 1000,
    prices: prices.map((column) => Float64Array.from(column)),
    stages: [{ from: 0, targets: Float64Array.from(targets) }],
    settlements: [],
    due,
    bands: [],
    watchesCash: false,
    open: null,
    costs: noCosts,
    accrual: null,
    ...rest,
  }
}

/** What a test's plan comes to. */
export function finishedLedger(plan: LedgerPlan): Ledger {
  const outcome = runLedger(plan)
  if (outcome.kind !== 'finished') throw new Error(`Not finished: ${JSON.stringify(outcome)}`)
  return outcome.ledger
}
