import type { Fraction } from '@portofino/numeric'
import { wholeProblem } from './exact-problem.ts'
import type { ExactProblem, WholeProblem } from './exact-problem.ts'
import { optimalOn } from './optimal-on.ts'
import type { Side, Sides } from './optimal-on.ts'

/**
 * The optima of one problem for any pull, exactly: the one active set whose solution keeps to all limits and is pulled the right way by all
 * that hold. Sets that are likely, or were right before, are tried first and then all there are. For tests.
 */
export class ExactOptima {
  readonly #problem: ExactProblem
  readonly #known: Sides[] = []

  constructor(problem: ExactProblem) {
    this.#problem = problem
  }

  /**
   * Null where no active set has an optimum: no weights are allowed.
   *
   * @param near weights that the optimum may be close to
   */
  at(pull: readonly Fraction[], near?: Float64Array): Fraction[] | null {
    const whole = wholeProblem(this.#problem, pull)
    for (const sides of this.#known) {
      const weights = optimalOn(whole, sides)
      if (weights !== null) return weights
    }
    for (const sides of allSides(whole, near)) {
      const weights = optimalOn(whole, sides)
      if (weights === null) continue
      this.#known.push(sides)
      return weights
    }
    return null
  }
}

function* allSides(problem: WholeProblem, near?: Float64Array): Generator<Sides> {
  const ofRows = problem.rows.map((row) => (row.lower === row.upper ? dependable : choicesOf(row)))
  if (near !== undefined) {
    const columns = sidesNear(problem, near)
    for (const rows of combinations(ofRows)) yield { columns, rows }
  }
  if (problem.rows.some((row) => isOutOfReach(problem, row))) return
  const ofColumns = problem.lower.map((lower, i) => choicesOf({ lower, upper: problem.upper[i]! }))
  for (const rows of combinations(ofRows)) for (const columns of combinations(ofColumns)) yield { columns, rows }
}

/** Whether bounds alone keep a row from its limits. */
function isOutOfReach(
  { lower, upper }: WholeProblem,
  { coefficients, ...limits }: { coefficients: readonly bigint[]; lower: bigint; upper: bigint },
): boolean {
  let [least, most] = [0n, 0n]
  coefficients.forEach((coefficient, i) => {
    least += coefficient * (coefficient > 0n ? lower : upper)[i]!
    most += coefficient * (coefficient > 0n ? upper : lower)[i]!
  })
  return least > limits.upper || most < limits.lower
}

/** An equality always holds, which others may see to. */
const dependable: readonly Side[] = [-1, 0]
const choicesOf = ({ lower, upper }: { lower: bigint; upper: bigint }): readonly Side[] => (lower === upper ? [-1] : [0, -1, 1])

/** Every choice of a side for each. */
function* combinations(choices: readonly (readonly Side[])[]): Generator<Side[]> {
  const total = choices.reduce((product, { length }) => product * length, 1)
  for (let code = 0; code < total; code++) {
    let rest = code
    yield choices.map((options) => {
      const side = options[rest % options.length]!
      rest = Math.floor(rest / options.length)
      return side
    })
  }
}

function sidesNear({ lower, upper, times }: WholeProblem, near: Float64Array): Side[] {
  const isAt = (weight: number, limit: bigint): boolean =>
    Math.abs(weight - Number(limit) / Number(times)) <= 1e-12 * Math.max(1, Math.abs(weight))
  return Array.from(near, (weight, i) => (isAt(weight, lower[i]!) ? -1 : isAt(weight, upper[i]!) ? 1 : 0))
}
