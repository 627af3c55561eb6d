export type { ResultDocument } from './document.ts'
export { resultDocument } from './document.ts'
export type { BenchmarkDocument } from './document/benchmark-document.ts'
export type { DiagnosticDocument, SpanDocument } from './document/diagnostic-document.ts'
export { diagnosticDocument } from './document/diagnostic-document.ts'
export type { HoldingsDocument, LegDocument, TradeDocument } from './document/holdings-document.ts'
export type { MeasuresDocument } from './document/measures-document.ts'
export { tradeDocument } from './document/holdings-document.ts'
export { packedSeries } from './document/packed-series.ts'
export type { PackedSlice, PackedTrades } from './document/packed-trades.ts'
export { packedHeadLength, packedTrades, tradesWithin, unpackedTrades } from './document/packed-trades.ts'
export type { PeriodDocument } from './document/period-document.ts'
export type { SeriesOwner } from './document/series-csv.ts'
export { seriesCsv } from './document/series-csv.ts'
export type { LegacySeriesDocument, RollingDocument, SeriesDocument } from './document/series-document.ts'
export { seriesDocument } from './document/series-document.ts'
export type { SeriesParts, SeriesPartsDocument } from './document/series-parts.ts'
export { seriesParts, seriesPartsDocument } from './document/series-parts.ts'
export type {
  CrisisDocument,
  DrawdownDocument,
  ExtremesDocument,
  PeriodReturnDocument,
  TearsheetDocument,
} from './document/tearsheet-document.ts'
export { unpackedSeries } from './document/unpacked-series.ts'
export type {
  CommandOptimization,
  CommandOutcomeDocument,
  EstimatesDocument,
  OptimizationOrder,
} from './estimates/command-optimization.ts'
export { commandOptimization, commandOutcome } from './estimates/command-optimization.ts'
export type { EstimateModels, ReturnModel, RiskModel } from './estimates/estimates.ts'
export { returnModels, riskModels } from './estimates/estimates.ts'
export type { LastPrice, WholeSharesDocument, WholeSharesOrder } from './estimates/whole-shares.ts'
export { lastPrice, wholeShares } from './estimates/whole-shares.ts'
export { universeCommand } from './estimates/universe-command.ts'
export { engineVersion } from './engine-version.ts'
export type { Accrual, Ledger, LedgerPlan, LedgerTrades, TargetStage } from './ledger/ledger-plan.ts'
export type { LedgerOutcome, LedgerWatch } from './ledger/run-ledger.ts'
export { runLedger } from './ledger/run-ledger.ts'
export type { PortfolioLedger } from './plan/portfolio-ledger.ts'
export { portfolioLedger } from './plan/portfolio-ledger.ts'
export type { RiskFreeRate } from './plan/risk-free.ts'
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
export type { CrisisWindow, DatedReturn, Distribution, Drawdown, PeriodReturn, RollingWindow, Tearsheet } from './tearsheet.ts'
export { crisisWindows } from './tearsheet/crisis-windows.ts'
export { distribution } from './tearsheet/distribution.ts'
export { bestReturns, worstReturns } from './tearsheet/extremes.ts'
export { datedReturns } from './tearsheet/period-returns.ts'
