import type { PsdPolicy } from '../covariance/repaired-covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import { checkedProblem } from '../problem/checked-problem.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'

/** A checked problem for an objective that asks for a return. */
export function problemWithReturns(problem: Problem, psd: PsdPolicy | undefined): CheckedProblem {
  const checked = checkedProblem(problem, psd)
  if (checked.expectedReturns !== null) return checked
  const message = 'expectedReturns must be given for this objective, got none; one annual number for each asset'
  throw new OptimizerInputError('empty', message, { field: 'expectedReturns' })
}
