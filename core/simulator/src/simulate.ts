import { isoDate } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import type { LedgerOutcome, LedgerWatch } from './ledger/run-ledger.ts'
import { runLedger } from './ledger/run-ledger.ts'
import { portfolioLedger } from './plan/portfolio-ledger.ts'
import { planRun } from './plan/run-plan.ts'
import type { RunPlan } from './plan/run-plan.ts'
import type { SimulationRequest, SimulationWatch } from './request.ts'
import type { SimulationOutcome } from './result.ts'
import { benchmarkRun } from './run/benchmark-run.ts'
import { inOrder, simulationResult } from './run/simulation-result.ts'

/**
 * Runs a strategy on given prices: the sessions that calendars and prices leave of its period, the ledger on them, and all
 * that is measured and explained about the path. Pure and synchronous.
 *
 * Faults between command and prices are returned, all of a kind at once, with the position of the leg. A request that lacks the
 * prices of an instrument, or whose dates are not resolved, is a TypeError.
 *
 * ```ts
 * import { createHash } from 'node:crypto'
 * import { parse } from '@portofino/strategy'
 * const days = Int32Array.from({ length: 10 }, (_, i) => 18_262 + i)
 * const closes = Float64Array.of(100, 101, 102, 101, 104, 103, 105, 107, 106, 110)
 * const bitcoin = { symbol: 'BTC-USD', name: 'Bitcoin', market: 'CRYPTO', calendar: 'everyday', currency: 'USD' }
 * const instrument = { ...bitcoin, returns: 'total' as const, first: null, last: null }
 * const source = { source: 'example', asOf: '2020-01-10', version: 'a' }
 * const outcome = simulate({
 *   program: parse('BTC-USD-L-100% 2020-01-01 2020-01-10').ast!,
 *   histories: new Map([['BTC-USD', { instrument, adjusted: { days, closes }, raw: null, actions: [], ...source }]]),
 *   marketSessions: new Map(),
 *   notes: [],
 *   data: source,
 *   sha256: (text) => createHash('sha256').update(text).digest('hex'),
 * })
 * assert.ok(outcome.status === 'ok')
 * assert.equal(outcome.result.metrics.values.total_return.toFixed(6), '0.100000')
 * ```
 */
export function simulate(request: SimulationRequest, watch: SimulationWatch = {}): SimulationOutcome {
  const planning = planRun(request)
  if (planning.kind === 'failed') return { status: 'failed', diagnostics: inOrder(planning.diagnostics) }
  const run = planning.plan
  const { plan, weights, riskFree } = portfolioLedger(run)
  const outcome = runLedger(plan, ledgerWatch(plan.sessions, watch))
  if (outcome.kind === 'canceled') return { status: 'canceled' }
  if (outcome.kind !== 'finished') return { status: 'failed', diagnostics: [uncountable(run, outcome)] }
  const { ledger } = outcome
  watch.onProgress?.({ step: 'metrics' })
  if (isCanceled(watch)) return { status: 'canceled' }
  const benchmark = benchmarkRun(run, riskFree, ledger.sessions)
  const result = simulationResult(request, { run, weights, riskFree, plan, ledger, benchmark })
  return isCanceled(watch) ? { status: 'canceled' } : { status: result.status, result }
}

function isCanceled({ signal }: SimulationWatch): boolean {
  return signal?.aborted === true
}

/** About one report a year. */
const sessionsBetweenReports = 252

function ledgerWatch(total: number, watch: SimulationWatch): LedgerWatch | undefined {
  const { onProgress, signal } = watch
  if (onProgress === undefined && signal === undefined) return undefined
  let next = 0
  return {
    onSession: (done) => {
      if (done < next && done < total) return
      next = done + sessionsBetweenReports
      onProgress?.({ step: 'simulating', done, total })
    },
    isCanceled: () => isCanceled(watch),
  }
}

const outgrown = 'the value has outgrown 1e15 times the capital, where costs can no longer be counted; look at rates and leverage'

function uncountable(
  { portfolio, days }: RunPlan,
  { kind, session }: Exclude<LedgerOutcome, { kind: 'finished' | 'canceled' }>,
): Diagnostic {
  const span = portfolio.options.cost?.span ?? portfolio.options.slip?.span ?? portfolio.span
  return diagnostic('E310', { date: isoDate(days[session]!) }, { span, ...(kind === 'outgrown' ? { help: outgrown } : {}) })
}
