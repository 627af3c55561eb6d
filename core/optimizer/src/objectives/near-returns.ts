import type { CheckedProblem } from '../problem/checked-problem.ts'
import { commonPart, fixedBudget } from '../problem/common-part.ts'

/**
 * The same problem to an objective that follows λ, with returns of which only the differences are left where they are near each other: under
 * a fixed budget a return that all earn moves nothing, but its rounding, times a λ that is the larger the nearer they are, would.
 */
export function withNearReturnsApart(problem: CheckedProblem): CheckedProblem {
  const { expectedReturns, rows } = problem
  if (expectedReturns === null || fixedBudget(rows) === null) return problem
  const common = commonPart(expectedReturns)
  return common === 0 ? problem : { ...problem, expectedReturns: expectedReturns.map((value) => value - common) }
}
