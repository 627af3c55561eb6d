import { OptimizerInputError } from '../input-error.ts'
import type { PsdPolicy } from '../estimators/repaired-covariance.ts'
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

/** A parameter of an objective that must be a finite number. */
export function finiteParameter(field: string, value: number): number {
  if (Number.isFinite(value)) return value
  throw new OptimizerInputError('not_finite', `${field} must be a finite number, got ${value}`, { field })
}

/** A parameter of an objective that is one of a few words. */
export function chosenParameter<Choice extends string>(field: string, value: Choice, choices: readonly Choice[]): Choice {
  if (choices.includes(value)) return value
  const listed = choices.map((choice) => `"${choice}"`).join(' or ')
  throw new OptimizerInputError('out_of_range', `${field} must be ${listed}, got "${value}"`, { field })
}
