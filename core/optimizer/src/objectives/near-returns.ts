import type { CheckedProblem } from '../problem/checked-problem.ts'

/**
 * The same problem to an objective that follows λ, with returns of which only the differences are left where they are near each other: under
 * a fixed budget a return that all earn moves nothing, but its rounding, times a λ that is the larger the nearer they are, would.
 *
 * Numbers within a factor of two of each other are subtracted without rounding.
 */
export function withNearReturnsApart(problem: CheckedProblem): CheckedProblem {
  const { expectedReturns, rows } = problem
  const budget = rows.find(({ reference }) => reference.kind === 'budget')
  if (expectedReturns === null || budget === undefined || budget.lower !== budget.upper) return problem
  const common = expectedReturns.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one))
  const isNear = common !== 0 && expectedReturns.every((value) => value / common >= 1 && value / common <= 2)
  return isNear ? { ...problem, expectedReturns: expectedReturns.map((value) => value - common) } : problem
}
