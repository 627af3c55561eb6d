import { argumentOf, objectOf } from '../shapes.ts'
import { sum } from '@portofino/numeric'
import { agglomeration, type Merge } from '../clustering/agglomeration.ts'
import { columnDistance } from '../clustering/column-distance.ts'
import { correlationDistance } from '../clustering/correlation-distance.ts'
import { leafOrder } from '../clustering/leaf-order.ts'
import { linkages, type Linkage } from '../clustering/linked-distance.ts'
import { correlationsOf } from '../covariance/correlations.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { usableCovariance } from '../covariance/usable-covariance.ts'
import type { Returns, SharedRowsPolicy } from '../estimators/returns.ts'
import { completeCovariance } from '../estimators/sample-moments.ts'
import { usableReturns } from '../estimators/usable-returns.ts'
import { OptimizerInputError } from '../input-error.ts'
import { riskOf } from '../portfolio-risk.ts'
import { zeroVariance, type ZeroVariance } from '../covariance/zero-variance.ts'
import { bisection } from './bisection.ts'
import { assetName, checkLabels, listed } from '../asset-names.ts'
import type { AssetNames } from '../asset-names.ts'
import { aboveZero, chosenParameter, flagParameter, numberParameter } from '../parameters.ts'

export interface HierarchicalRiskParityOptions {
  /** How clusters are compared; `single` without it. */
  linkage?: Linkage | undefined
  /** Clusters by the Euclidean distance between columns of the correlation distances, as the paper does, not by these themselves. */
  columns?: boolean | undefined
  /** What to do about gaps; needed when returns have any, and only for returns. */
  nan?: SharedRowsPolicy | undefined
  /** Only of returns: 252 for trading days, 365 for markets that never close. Without it there is no annual volatility. */
  periodsPerYear?: number | undefined
  /** Labels for messages; those of the returns without it; shape [n]. */
  assets?: readonly string[] | undefined
}

export interface HierarchicallyAllocated {
  status: 'optimal'
  /** Not negative, summing to 1; shape [n]. */
  weights: Float64Array
  /** Annual for an annual covariance; null for returns without `periodsPerYear`. */
  volatility: number | null
  /** The tree, n − 1 merges. */
  merges: Merge[]
  /** Assets in the order of the tree's leaves. */
  order: number[]
  /** Periods behind the covariance; null where that was given. */
  rowsUsed: number | null
}

export type HierarchicalRiskParityOutcome =
  | HierarchicallyAllocated
  /** Fewer than two periods in which every asset has a return. */
  | { status: 'tooFewRows'; rows: number; explanation: string }
  /** Two clusters that would share a weight have no risk, either of them. */
  | { status: 'riskless'; clusters: [number[], number[]]; explanation: string }
  | ZeroVariance

/**
 * Hierarchical risk parity: assets are clustered by correlation, listed as the tree lists its leaves, and the weight is split down the
 * halves of that list in inverse proportion to the variance of each half.
 *
 * Correlations are over the periods that all assets share. The list of leaves, and with it the weights, depends on the order of the
 * assets where distances are equal, and by which part of the tree is listed first: the one with the lower cluster id.
 *
 * Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio Management 42,
 * 2016; the paper clusters with `columns`.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 3, data: Float64Array.of(0.04, 0, 0.03, 0, 0.02, 0, 0.03, 0, 0.04) } as const
 * const outcome = hierarchicalRiskParity(covariance)
 * assert.equal(outcome.status, 'optimal')
 * assert.deepEqual(outcome.order, [1, 0, 2])
 * assert.deepEqual(Array.from(outcome.weights, (weight) => weight.toFixed(4)), ['0.1818', '0.6364', '0.1818'])
 * ```
 *
 * @throws OptimizerInputError for what is no covariance or table of returns, gaps without a policy, unknown options, and with a covariance those that are about returns
 */
export function hierarchicalRiskParity(
  data: DenseCovariance | Returns,
  options: HierarchicalRiskParityOptions = {},
): HierarchicalRiskParityOutcome {
  checkOptions(argumentOf('options', options, ['linkage', 'columns', 'nan', 'periodsPerYear', 'assets']))
  objectOf('data', data)
  if (data.kind === 'dense') {
    refuseOfReturns(options)
    return allocated(data, { options, rowsUsed: null, periods: 1 })
  }
  const { nan, periodsPerYear, assets = data.assets } = options
  const usable = usableReturns({ ...data, assets }, { periodsPerYear: 1, nan }, { rows: 0, pairwise: false })
  checkLabels(data.assets, data.n)
  if (usable.t < 2) {
    const explanation = `all assets share ${usable.t} of the periods; a correlation needs two`
    return { status: 'tooFewRows', rows: usable.t, explanation }
  }
  return allocated(completeCovariance(usable), {
    options: { ...options, assets },
    rowsUsed: usable.t,
    periods: periodsPerYear ?? null,
    leastVariance: roundedVariance,
  })
}

/** A variance a period that rounding leaves of prices at one rate of growth: their quotients are near 1. */
const roundedVariance = 1e-28

interface Context {
  options: HierarchicalRiskParityOptions
  rowsUsed: number | null
  /** Periods of the covariance that make a year. */
  periods: number | null
  leastVariance?: number
}

function allocated(
  given: DenseCovariance,
  { options, rowsUsed, periods, leastVariance }: Context,
): HierarchicalRiskParityOutcome {
  const { assets, columns = false, linkage = 'single' } = options
  const covariance = usableCovariance(given, assets)
  const flat = zeroVariance(covariance, assets, leastVariance)
  if (flat !== null) return flat
  const { n } = covariance
  const distance = correlationDistance(correlationsOf(covariance).correlations)
  const merges = agglomeration(columns ? columnDistance(distance, n) : distance, n, linkage)
  const order = leafOrder(merges)
  const split = bisection(covariance, order)
  if (split.status === 'negative') throw negativeVariance(named(split.members, assets))
  if (split.status === 'riskless') {
    const [left, right] = split.halves.map((half) => named(half, assets))
    const explanation = `the risks of ${left} cancel out, and so do those of ${right}: nothing says how to share between them`
    return { status: 'riskless', clusters: split.halves, explanation }
  }
  const total = sum(split.weights)
  const weights = split.weights.map((weight) => weight / total)
  const volatility = periods === null ? null : Math.sqrt(riskOf(covariance, weights).variance * periods)
  return { status: 'optimal', weights, volatility, merges, order, rowsUsed }
}

function named(members: readonly number[], assets: AssetNames): string {
  return listed(members.map((i) => assetName(assets, i)))
}

function negativeVariance(names: string): OptimizerInputError {
  const message = `covariance.data must be positive semidefinite, got a portfolio of ${names} with negative variance; repairedCovariance mends it`
  return new OptimizerInputError('not_positive_semidefinite', message, { field: 'covariance.data' })
}

/** What is about returns only. */
function refuseOfReturns({ nan, periodsPerYear }: HierarchicalRiskParityOptions): void {
  const given = Object.entries({ nan, periodsPerYear }).find(([, value]) => value !== undefined)
  if (given === undefined) return
  const [field] = given
  throw new OptimizerInputError('unknown_field', `${field} must be left out where a covariance is given`, { field })
}

function checkOptions({ linkage = 'single', columns, periodsPerYear = 1 }: HierarchicalRiskParityOptions): void {
  chosenParameter('linkage', linkage, linkages)
  flagParameter('columns', columns)
  numberParameter('periodsPerYear', periodsPerYear, aboveZero)
}
