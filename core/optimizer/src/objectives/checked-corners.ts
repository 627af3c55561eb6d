import type { AssetField } from '../asset-numbers.ts'
import { finiteArray } from '../asset-numbers.ts'
import { OptimizerInputError } from '../input-error.ts'
import { finiteParameter } from '../parameters.ts'
import { listOf, numbersOf, objectOf, wrongType } from '../shapes.ts'
import { sizeOfTerms } from '../engine/vectors.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import { returnOf } from './figures.ts'
import type { Corner } from './frontier.ts'

/** @throws OptimizerInputError unless each has its interval and as many weights as the others */
export function checkedCorners(corners: readonly Corner[]): readonly Corner[] {
  for (const [index, corner] of listOf('corners', corners).entries()) {
    const place = `corners[${index}]`
    const { lambdaFrom, lambdaTo, weights } = objectOf(place, corner)
    for (const [name, lambda] of Object.entries({ lambdaFrom, lambdaTo })) {
      if (typeof lambda !== 'number' || Number.isNaN(lambda)) throw wrongType(`${place}.${name}`, 'a number', lambda)
    }
    const { length } = numbersOf(`${place}.weights`, weights)
    const n = corners[0]!.weights.length
    if (length === n) continue
    const message = `${place}.weights must have as many numbers as those before it, ${n}, got ${length}`
    throw new OptimizerInputError('shape', message, { field: `${place}.weights` })
  }
  return corners
}

/** @throws OptimizerInputError unless their numbers are of these assets, and finite */
export function checkFigures(corners: readonly Corner[], field: AssetField): void {
  for (const [index, corner] of corners.entries()) {
    const place = `corners[${index}]`
    finiteArray(`${place}.weights`, corner.weights, field)
    finiteParameter(`${place}.return`, corner.return)
    finiteParameter(`${place}.cost`, corner.cost)
  }
}

/** @throws OptimizerInputError for corners of another problem, whose weights earn something else in this one */
export function checkReturns(corners: readonly Corner[], problem: CheckedProblem): void {
  if (problem.expectedReturns === null) return
  for (const [index, { weights, return: given }] of corners.entries()) {
    const own = returnOf(problem, weights)
    if (Math.abs(given - own) <= 1e-9 * sizeOfTerms(weights, problem.expectedReturns)) continue
    const field = `corners[${index}].return`
    const message = `${field} must be what its weights earn in this problem, ${own}, got ${given}`
    throw new OptimizerInputError('out_of_range', message, { field })
  }
}
