import { addFractions, compareFractions, multiplyFractions, subtractFractions, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { exactSolution } from './exact-solution.ts'

/** min ½w'Qw − λ·μ'w over lower <= w <= upper and rows, all in whole numbers or fractions. For tests: it tries every active set. */
export interface ExactProblem {
  covariance: readonly (readonly Fraction[])[]
  returns: readonly Fraction[]
  lower: readonly Fraction[]
  upper: readonly Fraction[]
  rows: readonly { coefficients: readonly Fraction[]; lower: Fraction; upper: Fraction }[]
}

type Side = -1 | 0 | 1

/** The weights of an optimum at λ, exactly; null where no active set has one (there is no solution, or none alone). */
export function exactOptimum(problem: ExactProblem, lambda: Fraction): Fraction[] | null {
  for (const columns of sidesOf(problem.lower, problem.upper)) {
    for (const rows of sidesOf(
      problem.rows.map(({ lower }) => lower),
      problem.rows.map(({ upper }) => upper),
    )) {
      const solution = solved(problem, { columns, rows, lambda })
      if (solution !== null && isOptimal(problem, { columns, rows, lambda, ...solution })) return solution.weights
    }
  }
  return null
}

/** Every choice of a side for each; an equality always holds. */
function* sidesOf(lower: readonly Fraction[], upper: readonly Fraction[]): Generator<Side[]> {
  const choices = lower.map((value, k): Side[] => (compareFractions(value, upper[k]!) === 0 ? [-1] : [0, -1, 1]))
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

interface Choice {
  columns: readonly Side[]
  rows: readonly Side[]
  lambda: Fraction
}

interface Solution {
  weights: Fraction[]
  multipliers: Fraction[]
}

const limit = ({ lower, upper }: { lower: Fraction; upper: Fraction }, side: Side): Fraction => (side < 0 ? lower : upper)

/** Solves for the free columns and the rows that hold; what stands on a bound is moved to the right-hand sides. */
function solved(problem: ExactProblem, { columns, rows, lambda }: Choice): Solution | null {
  const held = rows.flatMap((side, row) => (side === 0 ? [] : [row]))
  const free = columns.flatMap((side, i) => (side === 0 ? [i] : []))
  const weights = columns.map((side, i) =>
    side === 0 ? zero : limit({ lower: problem.lower[i]!, upper: problem.upper[i]! }, side),
  )
  const matrix = [
    ...free.map((i) => [
      ...free.map((j) => problem.covariance[i]![j]!),
      ...held.map((row) => subtractFractions(zero, problem.rows[row]!.coefficients[i]!)),
    ]),
    ...held.map((row) => [...free.map((j) => problem.rows[row]!.coefficients[j]!), ...held.map(() => zero)]),
  ]
  const right = [
    ...free.map((i) => subtractFractions(multiplyFractions(lambda, problem.returns[i]!), dot(problem.covariance[i]!, weights))),
    ...held.map((row) => subtractFractions(limit(problem.rows[row]!, rows[row]!), dot(problem.rows[row]!.coefficients, weights))),
  ]
  const solution = exactSolution(matrix, right)
  if (solution === null) return null
  free.forEach((i, k) => (weights[i] = solution[k]!))
  const multipliers = rows.map(() => zero)
  held.forEach((row, w) => (multipliers[row] = solution[free.length + w]!))
  return { weights, multipliers }
}

function dot(a: readonly Fraction[], b: readonly Fraction[]): Fraction {
  return a.reduce((total, value, k) => addFractions(total, multiplyFractions(value, b[k]!)), zero)
}

function isBetween(value: Fraction, lower: Fraction, upper: Fraction): boolean {
  return compareFractions(value, lower) >= 0 && compareFractions(value, upper) <= 0
}

function isOptimal(problem: ExactProblem, { columns, rows, lambda, weights, multipliers }: Choice & Solution): boolean {
  if (!weights.every((value, i) => isBetween(value, problem.lower[i]!, problem.upper[i]!))) return false
  const isRowFine = (row: ExactProblem['rows'][number], index: number): boolean =>
    isBetween(dot(row.coefficients, weights), row.lower, row.upper) &&
    (compareFractions(row.lower, row.upper) === 0 || rows[index]! * compareFractions(multipliers[index]!, zero) <= 0)
  if (!problem.rows.every(isRowFine)) return false
  return columns.every((side, i) => {
    if (side === 0 || compareFractions(problem.lower[i]!, problem.upper[i]!) === 0) return true
    const pulls = problem.rows.reduce(
      (total, row, w) => addFractions(total, multiplyFractions(row.coefficients[i]!, multipliers[w]!)),
      zero,
    )
    const gradient = subtractFractions(
      subtractFractions(dot(problem.covariance[i]!, weights), multiplyFractions(lambda, problem.returns[i]!)),
      pulls,
    )
    return side * compareFractions(gradient, zero) <= 0
  })
}
