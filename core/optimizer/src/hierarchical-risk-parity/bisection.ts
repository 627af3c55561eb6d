import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { clusterVariance } from './cluster-variance.ts'

type Bisection =
  | { status: 'shared'; weights: Float64Array }
  /** Neither half has a variance to divide by. */
  | { status: 'riskless'; halves: [number[], number[]] }
  /** The variance of some assets is negative: the matrix is not positive semidefinite. */
  | { status: 'negative'; members: number[] }

/**
 * Splits a weight of 1 down a list of assets: each half gets a share in inverse proportion to its cluster variance, and so on within the
 * halves. Of an odd number the left half has one asset less.
 *
 * Source: M. López de Prado, "Building diversified portfolios that outperform out of sample", The Journal of Portfolio Management 42,
 * 2016.
 */
export function bisection(covariance: DenseCovariance, order: readonly number[]): Bisection {
  const weights = new Float64Array(covariance.n).fill(1)
  const waiting = [order]
  for (let members = waiting.pop(); members !== undefined; members = waiting.pop()) {
    if (members.length < 2) continue
    const middle = members.length >> 1
    const [left, right] = [members.slice(0, middle), members.slice(middle)]
    const [leftVariance, rightVariance] = [clusterVariance(covariance, left), clusterVariance(covariance, right)]
    if (leftVariance < 0 || rightVariance < 0) return { status: 'negative', members: leftVariance < 0 ? left : right }
    if (leftVariance + rightVariance === 0) return { status: 'riskless', halves: [left, right] }
    for (const i of left) weights[i]! *= rightVariance / (leftVariance + rightVariance)
    for (const i of right) weights[i]! *= leftVariance / (leftVariance + rightVariance)
    waiting.push(right, left)
  }
  return { status: 'shared', weights }
}
