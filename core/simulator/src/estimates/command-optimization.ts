import { isoDate } from '@portofino/market'
import { documentOutcome, meanVarianceNames, OptimizerInputError } from '@portofino/optimizer'
import type { DenseCovariance, DocumentLimits, OutcomeDocument } from '@portofino/optimizer'
import type { Diagnostic } from '@portofino/strategy'
import { diagnosticDocument } from '../document/diagnostic-document.ts'
import type { DiagnosticDocument } from '../document/diagnostic-document.ts'
import { planRun } from '../plan/run-plan.ts'
import type { SimulationRequest } from '../request.ts'
import { estimatesOf } from './estimates.ts'
import type { EstimateModels, Estimates, RiskModel } from './estimates.ts'
import { legReturns } from './leg-returns.ts'
import type { LegReturns } from './leg-returns.ts'

/** What is asked about a command, in the JSON form; what is not named here goes into the question as it is. */
export interface OptimizationOrder {
  id?: unknown
  objective: string
  /** A yearly fraction; else that of the command. */
  risk_free?: number
  params?: unknown
  estimates?: EstimateModels
  /** Where `from` is left out it is the weights as written. */
  turnover?: unknown
  costs?: unknown
  bounds?: unknown
  budget?: unknown
  rows?: unknown
  groups?: unknown
  gross_exposure?: unknown
  l2?: unknown
}

/** What a question was made of. */
export interface EstimatesDocument {
  /** First and last session with a price. */
  from: string
  to: string
  sessions: number
  /** Returns that were used; the others have a gap. */
  rows: number
  periods_per_year: number
  returns: string
  risk: string
  /** Of shrunk estimates: how far they were drawn to their target, 0 to 1. */
  risk_intensity: number | null
  returns_intensity: number | null
  /** Whose returns capm and equilibrium took as the market's: of `bench=`, the mean of all instruments, or the weights as written. */
  market: 'benchmark' | 'mean' | 'written' | null
  /** δ of that market, of `equilibrium` alone. */
  market_risk_aversion: number | null
  risk_free: number | null
  expected_returns: number[]
  volatilities: number[]
  /** Weights as written in the command. */
  written: number[]
  /** What a reader of them should know. */
  warnings: EstimateWarning[]
  data: { version: string; source: string; as_of: string }
}

export interface EstimateWarning {
  /**
   * `few_returns`: no more returns than assets, and a covariance that nothing is mixed into has portfolios that seem to have no risk.
   * `market_below_rate`: the market earned less than the risk-free rate, so that what is riskier is expected to earn less.
   */
  code: 'few_returns' | 'market_below_rate'
  message: string
}

export type CommandOptimization =
  | {
      kind: 'question'
      /** For `documentOutcome`. */
      document: Record<string, unknown>
      estimates: EstimatesDocument
      /** The numbers of the document once more. */
      basis: { assets: readonly string[]; expectedReturns: Float64Array; covariance: DenseCovariance; riskFree: number | null }
      notes: Diagnostic[]
    }
  /** The command does not go together with the prices. */
  | { kind: 'faulty'; diagnostics: Diagnostic[] }

/**
 * Makes a question to the optimizer out of a command and its prices: expected returns and covariance over the sessions that a run of
 * it would have. A leg `L` may weigh from 0 to 1, a leg `S` from −1 to 0, each end unless `bounds` says otherwise; the weights as written are
 * where `turnover` and `costs` count from, and the benchmark of `min_tracking_error`.
 *
 * @throws OptimizerInputError for cash among the legs, a short leg where an objective only buys, too few returns, and for what a model or
 * an objective lacks
 */
export function commandOptimization(request: Omit<SimulationRequest, 'sha256'>, order: OptimizationOrder): CommandOptimization {
  const planning = planRun(request)
  if (planning.kind === 'failed') return { kind: 'faulty', diagnostics: planning.diagnostics }
  const { plan } = planning
  refuseCash(plan.portfolio.legs)
  const legs = legReturns(plan)
  refuseShort(order.objective, legs)
  const riskFree = order.risk_free ?? legs.riskFree
  const { periodsPerYear, from, to, sessions } = plan.period
  const estimates = estimatesOf({ ...legs, periodsPerYear, riskFree }, order.estimates ?? {})
  const { version, source, asOf } = request.data
  return {
    kind: 'question',
    document: question(order, { legs, estimates, riskFree }),
    estimates: {
      from: isoDate(from),
      to: isoDate(to),
      sessions,
      rows: estimates.rows,
      periods_per_year: periodsPerYear,
      returns: estimates.returns,
      risk: estimates.risk,
      risk_intensity: estimates.riskIntensity,
      returns_intensity: estimates.returnsIntensity,
      market: estimates.market,
      market_risk_aversion: estimates.riskAversion,
      risk_free: riskFree,
      expected_returns: Array.from(estimates.expectedReturns),
      volatilities: legs.assets.map((_, i) => Math.sqrt(estimates.covariance.data[i * (legs.assets.length + 1)]!)),
      written: Array.from(legs.written),
      warnings: warningsOf(estimates, legs.assets.length),
      data: { version, source, as_of: asOf },
    },
    basis: { assets: legs.assets, expectedReturns: estimates.expectedReturns, covariance: estimates.covariance, riskFree },
    notes: [...request.notes, ...plan.notes],
  }
}

/** The outcome of a question, with what it was made of: what the command line and the HTTP API answer. */
export function commandOutcome(
  { document, estimates, notes }: Extract<CommandOptimization, { kind: 'question' }>,
  { command, limits }: { command: string; limits?: DocumentLimits },
): CommandOutcomeDocument {
  const outcome = documentOutcome(document, limits)
  return { command, ...outcome, estimates, diagnostics: notes.map(diagnosticDocument) }
}

export type CommandOutcomeDocument = OutcomeDocument & {
  /** Canonical. */
  command: string
  estimates: EstimatesDocument
  diagnostics: DiagnosticDocument[]
}

function refuseCash(legs: readonly { subject: { kind: string } }[]): void {
  if (legs.every(({ subject }) => subject.kind !== 'cash')) return
  const message =
    'command must be without $CASH, got it among the legs; cash has no risk to optimize, and what is to stay in cash is a budget below 1'
  throw new OptimizerInputError('out_of_range', message, { field: 'command', asset: '$CASH' })
}

const longOnly: readonly string[] = ['equal_weight', 'inverse_volatility', 'inverse_variance', 'risk_budgeting', 'hrp']

function refuseShort(objective: string, { assets, sides }: LegReturns): void {
  const asset = assets.find((_, i) => sides[i] === 'S')
  if (asset === undefined || !longOnly.includes(objective)) return
  const message = `command must be without short legs for ${objective}, which only buys, got ${asset} on side S; write L, or take another objective`
  throw new OptimizerInputError('out_of_range', message, { field: 'command', asset })
}

const singularFromFew: readonly RiskModel[] = ['sample', 'ewma']

function warningsOf(estimates: Estimates, n: number): EstimateWarning[] {
  return [...fewReturns(estimates, n), ...belowRate(estimates)]
}

function belowRate({ riskAversion }: Estimates): EstimateWarning[] {
  if (riskAversion === null || riskAversion > 0) return []
  const message = `The market earned less than the risk-free rate over the period: its risk aversion is ${Number(riskAversion.toPrecision(3))}, and equilibrium expects the more risk, the lower return. Take a longer period, or another model of returns.`
  return [{ code: 'market_below_rate', message }]
}

function fewReturns({ rows, risk }: Estimates, n: number): EstimateWarning[] {
  if (rows > n || !singularFromFew.includes(risk)) return []
  const few = `Only ${rows} ${rows === 1 ? 'return' : 'returns'} for ${n} ${n === 1 ? 'instrument' : 'instruments'}`
  const mends = 'Take a longer period, fewer instruments, or a risk model that shrinks.'
  return [{ code: 'few_returns', message: `${few}: a ${risk} covariance of so few shows no risk where there is some. ${mends}` }]
}

interface Basis {
  legs: LegReturns
  estimates: Estimates
  riskFree: number | null
}

function question(order: OptimizationOrder, { legs, estimates, riskFree }: Basis): Record<string, unknown> {
  const { objective, risk_free: _rate, estimates: _models, params = {}, ...given } = order
  const { assets, written } = legs
  const { data } = estimates.covariance
  const n = assets.length
  const isMeanVariance = meanVarianceNames.some((name) => name === objective)
  const takesReturns = objective !== 'black_litterman'
  return {
    ...given,
    objective,
    params: isObject(params) ? { ...usualParams(objective, { legs, estimates, riskFree }), ...params } : params,
    assets,
    covariance: Array.from({ length: n }, (_, i) => Array.from(data.subarray(i * n, (i + 1) * n))),
    ...(takesReturns ? { expected_returns: Array.from(estimates.expectedReturns) } : {}),
    ...(isMeanVariance ? { bounds: boundsBySide(legs, given.bounds) } : {}),
    ...(takesReturns && !ratesInParams.includes(objective) && riskFree !== null ? { ratio_risk_free: riskFree } : {}),
    ...fromWritten('turnover', given.turnover, written),
    ...fromWritten('costs', given.costs, written),
  }
}

const ratesInParams: readonly string[] = ['max_sharpe', 'target_sharpe', 'black_litterman']

function usualParams(objective: string, { legs, estimates, riskFree }: Basis): Record<string, unknown> {
  return {
    ...(ratesInParams.includes(objective) && riskFree !== null ? { risk_free: riskFree } : {}),
    ...(objective === 'min_tracking_error' ? { benchmark: Array.from(legs.written) } : {}),
    ...(objective === 'black_litterman' ? { prior: Array.from(estimates.expectedReturns) } : {}),
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The bounds as given; where one of them is left out, that of each leg's side. */
function boundsBySide({ sides }: LegReturns, given: unknown = {}): unknown {
  if (!isObject(given)) return given
  return { lower: sides.map((side) => (side === 'S' ? -1 : 0)), upper: sides.map((side) => (side === 'S' ? 0 : 1)), ...given }
}

function fromWritten(name: 'turnover' | 'costs', given: unknown, written: Float64Array): Record<string, unknown> {
  if (!isObject(given)) return {}
  return { [name]: { from: Array.from(written), ...given } }
}
