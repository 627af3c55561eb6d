import { fraction } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { wholeDot } from './exact-problem.ts'
import type { WholeProblem } from './exact-problem.ts'
import { exactSolution } from './exact-solution.ts'

/** At a lower limit, at none, at an upper one. */
export type Side = -1 | 0 | 1

/** An active set. */
export interface Sides {
  columns: readonly Side[]
  rows: readonly Side[]
}

/** All over one denominator. */
interface Candidate {
  weights: bigint[]
  multipliers: bigint[]
  denominator: bigint
}

/** The weights on an active set, where they are an optimum; else null. */
export function optimalOn(problem: WholeProblem, sides: Sides): Fraction[] | null {
  const candidate = candidateOn(problem, sides)
  if (candidate === null || !isAllowed(problem, candidate) || !isPulledRight(problem, sides, candidate)) return null
  return candidate.weights.map((weight) => fraction(weight, candidate.denominator * problem.times))
}

const limit = ({ lower, upper }: { lower: bigint; upper: bigint }, side: Side): bigint => (side < 0 ? lower : upper)

/** Solves for the free columns and the rows that hold; what stands on a bound is moved to the right-hand sides. */
function candidateOn(problem: WholeProblem, { columns, rows }: Sides): Candidate | null {
  const held = rows.flatMap((side, row) => (side === 0 ? [] : [row]))
  const free = columns.flatMap((side, i) => (side === 0 ? [i] : []))
  if (held.length > free.length) return null
  const fixed = columns.map((side, i) => (side === 0 ? 0n : limit({ lower: problem.lower[i]!, upper: problem.upper[i]! }, side)))
  const solution = exactSolution([
    ...free.map((i) => [
      ...free.map((j) => problem.covariance[i]![j]!),
      ...held.map((row) => -problem.rows[row]!.coefficients[i]!),
      problem.pull[i]! - wholeDot(problem.covariance[i]!, fixed),
    ]),
    ...held.map((row) => [
      ...free.map((j) => problem.rows[row]!.coefficients[j]!),
      ...held.map(() => 0n),
      limit(problem.rows[row]!, rows[row]!) - wholeDot(problem.rows[row]!.coefficients, fixed),
    ]),
  ])
  if (solution === null) return null
  const { numerators, denominator } = solution
  const weights = fixed.map((value) => value * denominator)
  free.forEach((i, k) => (weights[i] = numerators[k]!))
  const multipliers = rows.map(() => 0n)
  held.forEach((row, w) => (multipliers[row] = numerators[free.length + w]!))
  return { weights, multipliers, denominator }
}

function isAllowed({ lower, upper, rows }: WholeProblem, { weights, denominator }: Candidate): boolean {
  const isBetween = (value: bigint, least: bigint, most: bigint): boolean =>
    value >= least * denominator && value <= most * denominator
  return (
    weights.every((weight, i) => isBetween(weight, lower[i]!, upper[i]!)) &&
    rows.every((row) => isBetween(wholeDot(row.coefficients, weights), row.lower, row.upper))
  )
}

function isPulledRight(problem: WholeProblem, sides: Sides, { weights, multipliers, denominator }: Candidate): boolean {
  const { rows, covariance, pull, lower, upper } = problem
  if (!rows.every((row, w) => row.lower === row.upper || BigInt(sides.rows[w]!) * multipliers[w]! <= 0n)) return false
  return sides.columns.every((side, i) => {
    if (side === 0 || lower[i] === upper[i]) return true
    const ofRows = rows.reduce((total, row, w) => total + row.coefficients[i]! * multipliers[w]!, 0n)
    return BigInt(side) * (wholeDot(covariance[i]!, weights) - pull[i]! * denominator - ofRows) <= 0n
  })
}
