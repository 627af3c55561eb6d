import { listOf, argumentOf } from '../shapes.ts'
import { choleskySolution, forwardSolution, sumOfProducts } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { definiteCovariance } from '../covariance/definite-covariance.ts'
import { usableCovariance } from '../covariance/usable-covariance.ts'
import { impliedWeights, type ImpliedWeights } from './implied-weights.ts'
import { viewRows, type View } from './view-rows.ts'
import { viewSystem, type ViewSystem } from './view-system.ts'
import { assetField, finiteArray } from '../asset-numbers.ts'
import { listed } from '../asset-names.ts'
import { aboveZero, finiteParameter, numberParameter } from '../parameters.ts'

export interface BlackLittermanOptions {
  /** Labels, in the order of the prior and the covariance; shape [n]. */
  assets: readonly string[]
  /** None is allowed: the posterior is then the prior, with the covariance (1 + τ)Σ. */
  views: readonly View[]
  /** τ: variance of the prior's mean as a share of the covariance; 0.05 without it. */
  tau?: number | undefined
  /** The risk-free rate that prior and views include: the implied weights are those of what lies above it. 0 without it. */
  riskFree?: number | undefined
}

export interface BlackLittermanPosterior {
  /** Shape [n]. */
  expectedReturns: Float64Array
  covariance: DenseCovariance
}

export type BlackLittermanOutcome =
  | {
      status: 'optimal'
      posterior: BlackLittermanPosterior
      /** Weights that the posterior returns above the risk-free rate imply with the covariance as given. */
      implied: ImpliedWeights
      /** Numbers of the views that count: not those of confidence 0, nor what exact views before them already say. */
      viewsUsed: number[]
    }
  /**
   * Exact views that cannot hold together, by number: the last has a `value`, where those before it, or a prior that is certain about it,
   * leave only what is `expected`.
   */
  | { status: 'infeasible'; views: number[]; value: number; expected: number; explanation: string }

/**
 * Black and Litterman's posterior of a prior and views on some portfolios: μ = π + τΣP'(PτΣP' + Ω)⁻¹(Q − Pπ), with the covariance
 * Σ + τΣ − τΣP'(PτΣP' + Ω)⁻¹PτΣ.
 *
 * Ω is diagonal: τ·pΣp' for a view without confidence, τ·pΣp'·(1 − c)/c for a confidence c, which moves the implied weights that share of
 * the way to those of certainty. With c = 1 the view holds exactly; with c = 0 it is left out. τ then only matters for the covariance.
 *
 * Source: F. Black and R. Litterman, "Global portfolio optimization", Financial Analysts Journal 48, 1992; G. He and R. Litterman, "The
 * intuition behind Black-Litterman model portfolios", 1999; confidences: T. Idzorek, "A step-by-step guide to the Black-Litterman model",
 * 2005, in the closed form of J. Walters, "The Black-Litterman model in detail", 2014.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) } as const
 * const views = [{ assets: { AAPL: 1 }, value: 0.1 }, { assets: { AAPL: 1, MSFT: -1 }, value: 0.04, confidence: 0 }]
 * const outcome = blackLitterman(Float64Array.of(0.06, 0.03), covariance, { views, assets: ['AAPL', 'MSFT'] })
 * assert.equal(outcome.status, 'optimal')
 * assert.deepEqual(outcome.posterior.expectedReturns, Float64Array.of(0.08, 0.03))
 * assert.deepEqual(outcome.viewsUsed, [0])
 * ```
 *
 * @param prior π, expected returns in the covariance's time unit; shape [n]
 * @throws OptimizerInputError for what is no covariance, views of unknown assets, and values that are not finite or out of range
 */
export function blackLitterman(
  prior: Float64Array,
  given: DenseCovariance,
  options: BlackLittermanOptions,
): BlackLittermanOutcome {
  const { views, assets, tau = 0.05, riskFree = 0 } = argumentOf('options', options, ['views', 'assets', 'tau', 'riskFree'])
  finiteParameter('riskFree', riskFree)
  const covariance = usableCovariance(given, assets)
  definiteCovariance(covariance, covariance.data)
  finiteArray('prior', prior, assetField(covariance.n, assets))
  numberParameter('tau', tau, aboveZero)
  const outcome = viewSystem(viewRows(listOf('views', views), listOf('assets', assets)), { returns: prior, covariance })
  if (!outcome.consistent) {
    const { views: conflict, value, implied: expected } = outcome
    return { status: 'infeasible', views: conflict, value, expected, explanation: explained(conflict, value, expected) }
  }
  const expectedReturns = posteriorReturns(prior, outcome.system)
  return {
    status: 'optimal',
    posterior: { expectedReturns, covariance: posteriorCovariance(covariance, outcome.system, tau) },
    implied: impliedWeights(
      covariance,
      expectedReturns.map((value) => value - riskFree),
    ),
    viewsUsed: outcome.system.rows.map(({ index }) => index),
  }
}

function explained(conflict: readonly number[], value: number, implied: number): string {
  const others = conflict.slice(0, -1).map((index) => `views[${index}]`)
  const source = others.length === 0 ? 'the prior, which is certain about it,' : listed(others)
  return `views[${conflict.at(-1)}] says ${value}, but ${source} already ${others.length > 1 ? 'say' : 'says'} ${Number(implied.toPrecision(6))}`
}

function posteriorReturns(prior: Float64Array, { covariances, surprise, factor, rows }: ViewSystem): Float64Array {
  const k = rows.length
  const shifts = choleskySolution(factor, surprise)
  return prior.map((value, i) => value + sumOfProducts(covariances.subarray(i * k, i * k + k), shifts))
}

function posteriorCovariance(
  { n, data }: DenseCovariance,
  { covariances, factor, rows }: ViewSystem,
  tau: number,
): DenseCovariance {
  const k = rows.length
  const transposed = Float64Array.from({ length: k * n }, (_, at) => covariances[(at % n) * k + Math.floor(at / n)]!)
  const resolved = forwardSolution(factor, transposed, n)
  const posterior = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let known = 0
      for (let view = 0; view < k; view++) known += resolved[view * n + i]! * resolved[view * n + j]!
      posterior[i * n + j] = posterior[j * n + i] = data[i * n + j]! + tau * (data[i * n + j]! - known)
    }
  }
  return { kind: 'dense', n, data: posterior }
}
