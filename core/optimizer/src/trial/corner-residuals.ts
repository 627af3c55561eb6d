import type { Corner } from '../objectives/frontier.ts'
import type { Problem } from '../problem/problem.ts'

interface CornerResiduals {
  /** |Σw − 1|. */
  budget: number
  /** How far beyond a bound any weight is; at most 0. */
  bound: number
  /** By how much marginal costs miss what every optimum satisfies, relative to the largest terms that one is summed from. */
  marginal: number
}

/**
 * What a corner of a frontier misses, by the definitions alone: marginal costs (Σw)ᵢ − λμᵢ are equal where weights may rise and fall, not less
 * at a lower bound, not more at an upper one. Of problems with a budget of 1 and one bound for all assets. For tests.
 */
export function cornerResiduals(problem: Problem, { weights, lambdaFrom }: Corner): CornerResiduals {
  const { n, data } = problem.covariance
  const [lower, upper] = [problem.bounds?.lower ?? 0, problem.bounds?.upper ?? 1].map(Number)
  let [total, bound, volatilities] = [0, -Infinity, 0]
  for (let i = 0; i < n; i++) {
    total += weights[i]!
    bound = Math.max(bound, lower! - weights[i]!, weights[i]! - upper!)
    volatilities += Math.sqrt(data[i * (n + 1)]!) * Math.abs(weights[i]!)
  }
  let [highest, lowest, terms] = [-Infinity, Infinity, 0]
  for (let i = 0; i < n; i++) {
    let marginal = -lambdaFrom * problem.expectedReturns![i]!
    terms = Math.max(terms, Math.sqrt(data[i * (n + 1)]!) * volatilities + Math.abs(marginal))
    for (let j = 0; j < n; j++) marginal += data[i * n + j]! * weights[j]!
    if (weights[i]! - lower! > 1e-15) highest = Math.max(highest, marginal)
    if (upper! - weights[i]! > 1e-15) lowest = Math.min(lowest, marginal)
  }
  return { budget: Math.abs(total - 1), bound, marginal: (highest - lowest) / 2 / (terms + Math.abs(highest)) }
}
