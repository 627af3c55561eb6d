import { argumentOf } from '../shapes.ts'
import { sum } from '@portofino/numeric'
import { correlationsOf } from '../covariance/correlations.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { usableCovariance } from '../covariance/usable-covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import { riskOf, type PortfolioRisk } from '../portfolio-risk.ts'
import { zeroVariance, type ZeroVariance } from '../covariance/zero-variance.ts'
import { newtonStep } from './newton-step.ts'
import { correlated, descend, type SpinuObjective } from './spinu-objective.ts'
import { assetField, finiteArray } from '../asset-numbers.ts'
import type { AssetNames } from '../asset-names.ts'
import { assetName } from '../asset-names.ts'

export interface RiskBudgetingOptions {
  /** Share of the variance for each asset: above zero, summing to 1; equal shares without it; shape [n]. */
  budgets?: Float64Array | undefined
  /** Labels for messages; shape [n]. */
  assets?: readonly string[] | undefined
}

export interface RiskBudgeted {
  /** Above zero, summing to 1; shape [n]. */
  weights: Float64Array
  /** √V with V = w'Σw, in the covariance's time unit. */
  volatility: number
  /** w_i(Σw)_i / V, recomputed from the covariance as given; shape [n]. */
  riskShares: Float64Array
  /** The largest |w_i(Σw)_i / V − b_i|. */
  residual: number
  /** Rounds of descent and Newton steps. */
  steps: number
}

export type RiskBudgetingOutcome =
  /** The residual is at most 1e-12. */
  | ({ status: 'optimal' } & RiskBudgeted)
  /** A portfolio with positive weights has no risk to share out, so that its size could grow without end. */
  | { status: 'riskless'; explanation: string }
  /** Risks cancel out so nearly that double precision cannot share out the rest. */
  | { status: 'illConditioned'; candidate: RiskBudgeted; explanation: string }
  | ZeroVariance

const [mostRounds, mostNewtonSteps] = [20, 100]
const certified = 1e-12
/** Weighted volatilities over the volatility of the whole. Beyond this its variance is lost in rounding. */
const risklessRatio = 1e7

/**
 * The one portfolio of positive weights in which each asset contributes its budget to the variance: RC_i = w_i(Σw)_i = b_i·V. With
 * equal budgets this is risk parity. Positive semidefinite covariances will do, copies of an asset included.
 *
 * Minimizes ½y'Cy − Σ b_i ln y_i over correlations C by cyclical descent, then Newton, and scales y_i/σ_i to sum to 1.
 *
 * A budget of zero is refused: the equation then holds at weight zero for any risk the asset has, and the answer is not one portfolio.
 *
 * Source: F. Spinu, "An algorithm for computing risk parity weights", 2013; T. Griveau-Billion, J.-C. Richard and T. Roncalli, "A fast
 * algorithm for computing high-dimensional risk parity portfolios", 2013.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.01, 0.01, 0.01) } as const
 * const outcome = riskBudgeting(covariance)
 * assert.equal(outcome.status, 'optimal')
 * assert.deepEqual(Array.from(outcome.weights, (weight) => weight.toFixed(4)), ['0.3333', '0.6667'])
 * ```
 *
 * @throws OptimizerInputError for what is no covariance, and for budgets of the wrong number, not above zero or not summing to 1
 */
export function riskBudgeting(given: DenseCovariance, options: RiskBudgetingOptions = {}): RiskBudgetingOutcome {
  const { assets } = argumentOf('options', options, ['budgets', 'assets'])
  const covariance = usableCovariance(given, assets)
  const { n } = covariance
  const budgets = checkedBudgets(options.budgets, n, assets)
  const flat = zeroVariance(covariance, assets)
  if (flat !== null) return flat
  const { volatilities, correlations } = correlationsOf(covariance)
  const objective = { n, correlations, budgets }
  const y = startingPoint(objective)
  const end = minimize(objective, y)
  if (!end.riskless && end.failedPivot !== null) throw notPositiveSemidefinite(end.failedPivot, assets)
  const unscaled = y.map((value, i) => value / volatilities[i]!)
  const total = sum(unscaled)
  const weights = unscaled.map((value) => value / total)
  // Refuses what has less than no risk.
  const risk = riskOf(covariance, weights)
  if (end.riskless) return { status: 'riskless', explanation: 'a portfolio with positive weights has no risk to share out' }
  const result = { ...measured(weights, risk, budgets), steps: end.steps }
  if (result.residual <= certified) return { status: 'optimal', ...result }
  const explanation = `risks cancel out so nearly that risk shares are only known to within ${result.residual}`
  return { status: 'illConditioned', candidate: result, explanation }
}

/** The solution where nothing is correlated, scaled to y'Cy = 1 as at the minimum. */
function startingPoint(objective: SpinuObjective): Float64Array {
  const y = objective.budgets.map(Math.sqrt)
  const variance = y.reduce((total, value, i) => total + value * correlated(objective, y, i), 0)
  return variance > 1 ? y.map((value) => value / Math.sqrt(variance)) : y
}

interface End {
  steps: number
  riskless: boolean
  failedPivot: number | null
}

function minimize(objective: SpinuObjective, y: Float64Array): End {
  let steps = 0
  for (let change = Infinity; steps < mostRounds && change > 0.5; steps++) change = descend(objective, y)
  let change = Infinity
  for (let newton = 0; newton < mostNewtonSteps; newton++) {
    if (sum(y) > risklessRatio) return { steps, riskless: true, failedPivot: null }
    const step = newtonStep(objective, y)
    if (step.failed) return { steps, riskless: sum(y) > Math.sqrt(risklessRatio), failedPivot: step.pivot }
    steps++
    // The error after a step is about the square of this change; where rounding holds up the last steps, they no longer shrink.
    const settled = step.largestChange < 1e-8 || (change < 1e-5 && step.largestChange >= change)
    if (settled) return { steps, riskless: false, failedPivot: null }
    change = step.largestChange
  }
  return { steps, riskless: false, failedPivot: null }
}

function measured(
  weights: Float64Array,
  { variance, contributions }: PortfolioRisk,
  budgets: Float64Array,
): Omit<RiskBudgeted, 'steps'> {
  const riskShares = contributions.map((value) => value / variance)
  const residual = riskShares.reduce((largest, value, i) => Math.max(largest, Math.abs(value - budgets[i]!)), 0)
  return { weights, volatility: Math.sqrt(variance), riskShares, residual }
}

function checkedBudgets(budgets: Float64Array | undefined, n: number, assets: AssetNames): Float64Array {
  if (budgets === undefined) return new Float64Array(n).fill(1 / n)
  const field = 'budgets'
  finiteArray(field, budgets, assetField(n, assets))
  const index = budgets.findIndex((value) => value <= 0)
  if (index >= 0) {
    const asset = assetName(assets, index)
    const message = `budgets of ${asset} must be above 0, got ${budgets[index]}; leave the asset out instead`
    throw new OptimizerInputError('out_of_range', message, { field, index, asset })
  }
  const total = sum(budgets)
  if (Math.abs(total - 1) <= 1e-9) return budgets.map((value) => value / total)
  throw new OptimizerInputError('out_of_range', `budgets must sum to 1, got ${total}`, { field })
}

function notPositiveSemidefinite(index: number, assets: AssetNames): OptimizerInputError {
  const asset = assetName(assets, index)
  const message = `covariance.data must be positive semidefinite, got what is not once ${asset} is added; repairedCovariance mends it`
  return new OptimizerInputError('not_positive_semidefinite', message, { field: 'covariance.data', index, asset })
}
