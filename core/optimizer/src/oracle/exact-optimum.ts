import { addFractions, compareFractions, fraction, multiplyFractions, subtractFractions, zero } from '@portofino/numeric'
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
  const n = problem.returns.length
  for (const columns of sidesOf(problem.lower, problem.upper)) {
    for (const rows of sidesOf(
      problem.rows.map(({ lower }) => lower),
      problem.rows.map(({ upper }) => upper),
    )) {
      const solution = solved(problem, { columns, rows, lambda })
      if (solution !== null && isOptimal(problem, { columns, rows, lambda, ...solution })) return solution.weights.slice(0, n)
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

function solved(problem: ExactProblem, { columns, rows, lambda }: Choice): Solution | null {
  const n = columns.length
  const held = rows.flatMap((side, row) => (side === 0 ? [] : [row]))
  const size = n + held.length
  const matrix: Fraction[][] = []
  const right: Fraction[] = []
  for (let i = 0; i < n; i++) {
    const side = columns[i]!
    const line = Array.from({ length: size }, () => zero)
    if (side === 0) {
      problem.covariance[i]!.forEach((value, j) => (line[j] = value))
      held.forEach((row, w) => (line[n + w] = subtractFractions(zero, problem.rows[row]!.coefficients[i]!)))
    } else line[i] = fraction(1n)
    matrix.push(line)
    right.push(
      side === 0
        ? multiplyFractions(lambda, problem.returns[i]!)
        : limit({ lower: problem.lower[i]!, upper: problem.upper[i]! }, side),
    )
  }
  for (const row of held) {
    matrix.push([...problem.rows[row]!.coefficients, ...held.map(() => zero)])
    right.push(limit(problem.rows[row]!, rows[row]!))
  }
  const solution = exactSolution(matrix, right)
  if (solution === null) return null
  const multipliers = rows.map(() => zero)
  held.forEach((row, w) => (multipliers[row] = solution[n + w]!))
  return { weights: solution.slice(0, n), multipliers }
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
