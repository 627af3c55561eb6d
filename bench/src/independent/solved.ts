import {
  efficientReturn,
  efficientRisk,
  frontier,
  maxSharpe,
  maxUtility,
  minTrackingError,
  minVolatility,
} from '@portofino/optimizer'
import type { Outcome, Problem } from '@portofino/optimizer'
import type { DrawnProblem } from './drawn-problem.ts'

function problemOf({ mu, sigma, lower, upper, budget, groups, l2, rate, from }: DrawnProblem): Problem {
  return {
    covariance: { kind: 'dense', n: mu.length, data: Float64Array.from(sigma.flat()) },
    expectedReturns: Float64Array.from(mu),
    bounds: { lower: Float64Array.from(lower), upper: Float64Array.from(upper) },
    budget,
    groups,
    ...(l2 > 0 ? { l2 } : {}),
    ...(rate > 0 ? { costs: { from: Float64Array.from(from), rate } } : {}),
  }
}

/** Puts a target that can be reached in the place of its share; null where there are no allowed weights. */
export function withTarget(drawn: DrawnProblem): DrawnProblem | null {
  const whole = frontier(problemOf(drawn))
  if (whole.status !== 'optimal') return null
  const [first, last] = [whole.corners[0]!, whole.corners.at(-1)!]
  const between = (low: number, high: number): number => low + drawn.target * (high - low)
  const targets = {
    efficient_return: between(first.return, last.return),
    efficient_risk: between(first.volatility, last.volatility),
    max_utility: 10 * drawn.target,
    max_sharpe: 0.02,
    min_volatility: 0,
    min_tracking_error: 0,
  }
  return { ...drawn, target: targets[drawn.objective] }
}

export function solved(drawn: DrawnProblem): Outcome {
  const problem = problemOf(drawn)
  const { target, benchmark } = drawn
  const solutions: Record<DrawnProblem['objective'], () => Outcome> = {
    min_volatility: () => minVolatility(problem),
    max_utility: () => maxUtility(problem, { riskAversion: target }),
    efficient_return: () => efficientReturn(problem, { targetReturn: target }),
    efficient_risk: () => efficientRisk(problem, { targetVolatility: target }),
    max_sharpe: () => maxSharpe(problem, { riskFree: target }),
    min_tracking_error: () => minTrackingError(problem, { benchmark: Float64Array.from(benchmark) }),
  }
  return solutions[drawn.objective]()
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** What the objective makes least, written down once more; smaller is better. */
export function objectiveOf(
  { objective, mu, sigma, l2, rate, from, benchmark, target }: DrawnProblem,
  weights: readonly number[],
): number {
  const variance = (w: readonly number[]): number => sum(w.map((a, i) => a * sum(w.map((b, j) => b * sigma[i]![j]!))))
  const mean = sum(weights.map((w, i) => w * mu[i]!))
  const cost = rate * sum(weights.map((w, i) => Math.abs(w - from[i]!)))
  const penalty = l2 * sum(weights.map((w) => w * w))
  if (objective === 'max_sharpe') return -(mean - cost - target) / Math.sqrt(variance(weights) + penalty)
  if (objective === 'max_utility') return (target / 2) * variance(weights) + penalty + cost - mean
  if (objective === 'efficient_risk') return cost + penalty - mean
  if (objective === 'min_tracking_error') return Math.sqrt(Math.max(0, variance(weights.map((w, i) => w - benchmark[i]!))))
  return variance(weights) + penalty + cost
}

/** How far weights are beyond the worst of their limits, targets included. */
export function violationOf(drawn: DrawnProblem, weights: readonly number[]): number {
  const { objective, lower, upper, budget, groups, mu, sigma, target } = drawn
  const total = sum(weights)
  const inGroup = (members: readonly number[]): number => sum(members.map((asset) => weights[asset]!))
  const variance = sum(weights.map((a, i) => a * sum(weights.map((b, j) => b * sigma[i]![j]!))))
  return Math.max(
    0,
    ...weights.map((w, i) => Math.max(lower[i]! - w, w - upper[i]!)),
    budget.min - total,
    total - budget.max,
    ...groups.map(({ members, lower: least = -Infinity, upper: most = Infinity }) =>
      Math.max(least - inGroup(members), inGroup(members) - most),
    ),
    objective === 'efficient_return' ? target - sum(weights.map((w, i) => w * mu[i]!)) : 0,
    objective === 'efficient_risk' ? Math.sqrt(variance) - target : 0,
  )
}
