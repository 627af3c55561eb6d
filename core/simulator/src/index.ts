export { engineVersion } from './engine-version.ts'
export type { Accrual, Ledger, LedgerPlan, LedgerTrades, TargetStage } from './ledger/ledger-plan.ts'
export type { LedgerOutcome, LedgerWatch } from './ledger/run-ledger.ts'
export { runLedger } from './ledger/run-ledger.ts'
export type { PortfolioLedger } from './plan/portfolio-ledger.ts'
export { portfolioLedger } from './plan/portfolio-ledger.ts'
export type { Planning, RunPlan } from './plan/run-plan.ts'
export { planRun } from './plan/run-plan.ts'
export type { SimulationProgress, SimulationRequest, SimulationWatch } from './request.ts'
export type {
  Attribution,
  AttributionRow,
  BenchmarkResult,
  DataStamp,
  LegResult,
  Policy,
  RunPeriod,
  Series,
  SimulationOutcome,
  SimulationResult,
  Trade,
} from './result.ts'
export { simulate } from './simulate.ts'
export type { SimulatedBenchmark, SimulatedLeg, SimulatedRun } from './simulated-run.ts'
