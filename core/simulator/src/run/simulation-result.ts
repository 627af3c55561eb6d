import { measure } from '@portofino/metrics'
import type { MeasuredRun } from '@portofino/metrics'
import { hash, instrumentKey, print } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import { engineVersion } from '../engine-version.ts'
import { policyTable } from '../policy-table.ts'
import type { SimulationRequest } from '../request.ts'
import type { BenchmarkResult, Series, SimulationResult } from '../result.ts'
import type { SimulatedRun } from '../simulated-run.ts'
import { runTearsheet } from '../tearsheet/run-tearsheet.ts'
import { attributionOf } from './attribution.ts'
import { carriedNotes } from './carried-prices.ts'
import { legResults } from './leg-results.ts'
import { settlementNotes } from './settled-subjects.ts'
import { simulatedRunOf } from './simulated-run-of.ts'
import type { LedgerRun } from './simulated-run-of.ts'
import { tradeList } from './trade-list.ts'

/** Measures and explains a walked plan. */
export function simulationResult(
  { program, notes: given, data, sha256 }: SimulationRequest,
  walked: LedgerRun,
): SimulationResult {
  const { plan, ledger } = walked
  const run = simulatedRunOf(walked)
  const holdings = run.portfolio.legs.flatMap(({ subject }, leg) => {
    return subject.kind === 'cash' ? [] : [{ leg, label: instrumentKey(subject) }]
  })
  const trades = tradeList(plan, ledger, { days: run.days, legs: holdings.map(({ leg }) => leg) })
  const notes = inOrder([
    ...given,
    ...windowNotes(walked),
    ...carriedNotes(walked.run, ledger),
    ...settlementNotes(walked.run, ledger),
  ])
  const tearsheet = runTearsheet(run)
  return {
    command: print(program),
    hash: hash(program, sha256),
    engineVersion,
    data,
    status: run.status,
    period: run.period,
    policies: policyTable({ run, trades }),
    notes,
    metrics: measure(measuredRun(run)),
    benchmark: benchmarkResult(run),
    series: seriesOf(run),
    legs: legResults(run),
    trades,
    attribution: attributionOf({ plan, ledger, days: run.days, index: run.index, holdings, periods: tearsheet }),
    tearsheet,
    ruin: run.ruin,
  }
}

/** What ruin ended before, its prices did not end. */
function windowNotes({ run, ledger }: LedgerRun): Diagnostic[] {
  return ledger.shortfall === null ? run.notes : run.notes.filter(({ code }) => code !== 'W211')
}

/** By position, then code. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

function measuredRun(run: SimulatedRun): MeasuredRun {
  const { index, days, period, riskFree, benchmark, exposure, tradedShare, status } = run
  const { periodsPerYear } = period
  const ruined = status === 'ruined'
  const compared = benchmark?.index ?? null
  return { index, days, periodsPerYear, riskFree, benchmark: compared, exposure, tradedShare, flows: [], ruined, trials: null }
}

function benchmarkResult(run: SimulatedRun): BenchmarkResult | null {
  if (run.benchmark === null) return null
  const { label, instruments, index } = run.benchmark
  const alone = {
    ...measuredRun(run),
    index,
    benchmark: null,
    exposure: null,
    tradedShare: 0,
    ruined: index[index.length - 1] === 0,
  }
  return { label, totalReturn: instruments.every(({ returns }) => returns === 'total'), metrics: measure(alone) }
}

function seriesOf(run: SimulatedRun): Series {
  const { days, value, index, returns, drawdown, cash, exposure, benchmark } = run
  return {
    days,
    value,
    index,
    returns,
    drawdown,
    cash,
    gross: exposure.gross,
    net: exposure.net,
    weights: run.legs.map(({ weights }) => weights),
    benchmark: benchmark?.index ?? null,
    benchmarkDrawdown: benchmark?.drawdown ?? null,
  }
}
