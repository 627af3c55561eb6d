import { optionGuide } from '@portofino/strategy'
import type { LedgerPlan } from '../ledger/ledger-plan.ts'
import { ledgerPlanOf } from './ledger-plan-of.ts'
import { riskFreeRate } from './risk-free.ts'
import type { RiskFreeRate } from './risk-free.ts'
import type { RunPlan } from './run-plan.ts'
import { targetWeights } from './target-weights.ts'

export interface PortfolioLedger {
  plan: LedgerPlan
  /** Signed targets of all legs, `$CASH` included. */
  weights: number[]
  riskFree: RiskFreeRate
}

/** What the ledger of the portfolio itself walks. */
export function portfolioLedger(run: RunPlan): PortfolioLedger {
  const { legs, options } = run.portfolio
  const riskFree = riskFreeRate(run)
  const weights = targetWeights(run.portfolio)
  const capital = Number(options.capital?.value ?? optionGuide('capital').default)
  return { plan: ledgerPlanOf(run, { legs, weights, capital, isCharged: true }, riskFree), weights, riskFree }
}
