import { binaryExponent, powerOfTwo, zeros } from '@portofino/numeric'
import { denseHessian, deviationsOf, productOf, signedHessian } from '../engine/hessian.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import { dot, largestOf, sizeOfTerms } from '../engine/vectors.ts'
import type { CheckedProblem } from './checked-problem.ts'
import type { CheckedRow } from './checked-rows.ts'
import { commonPart, fixedBudget, withoutCommonPart } from './common-part.ts'
import { columnsOf } from './columns.ts'
import type { Columns } from './columns.ts'
import type { RowReference } from './problem.ts'
import { sumOfPieces, weightsFromPieces } from './weights-from-pieces.ts'

/** A problem as the engine solves it. */
export interface Program {
  problem: CheckedProblem
  columns: Columns
  quadratic: QuadraticProgram
  /** Of each row of `quadratic`. */
  references: readonly RowReference[]
  /** What rows, as they were asked for, were divided by; powers of two. */
  rowUnits: Float64Array
  /** What was left out of the coefficients of a row of the problem, before its unit: so many times the budget. */
  rowCommons: readonly number[]
  /** What was left out of each return that λ multiplies: so many times the budget. */
  gainCommon: number
  /** Square roots of the variances; shape [assets]. */
  deviations: Float64Array
  /** Change of the gain per unit of each column, and the gain at x = 0. */
  gain: Affine
  /** Of what w'Hw is besides x'Hx, with the asset's Hessian H. */
  variance: Affine
}

/** atZero + perUnit'x. */
interface Affine {
  perUnit: Float64Array
  atZero: number
}

interface ProgramOptions {
  /** The Hessian is Σ + this·diag(l2). */
  l2Weight: number
  /** What λ multiplies: the return, or what the costs leave of it. */
  gain: 'return' | 'net-return' | 'none'
  /** C enters at a fixed weight instead: ½C as in ½(V + L + C). */
  costWeight: number
  /** Added to the gradient; shape [assets]. */
  linear?: Float64Array
  /** Weights that `linear` is the gradient at. */
  reference?: Float64Array
}

/** min ½w'(Σ + l2Weight·diag(l2))w + linear'w + costWeight·C − λ·gain over F, with t = λ. */
export function programOf(problem: CheckedProblem, options: ProgramOptions): Program {
  const { l2Weight, costWeight, linear, reference } = options
  const columns = columnsOf(problem)
  const diagonal = problem.l2 === null || l2Weight === 0 ? null : problem.l2.map((value) => value * l2Weight)
  const base = denseHessian(problem.covariance, diagonal)
  const hessian = columns.isPlain ? base : signedHessian(base, columns)
  const pull = columns.isPlain ? columns.base : productOf(base, columns.base)
  const gain = gainOf(problem, columns, options)
  const gainCommon = commonGain(problem, options)
  const pulled = gainCommon === 0 ? gain : gainOf(withReturnsLess(problem, gainCommon), columns, options)
  const { signs } = columns
  const rows = rowsOf(problem, columns)
  return {
    problem,
    columns,
    references: rows.references,
    rowUnits: rows.units,
    rowCommons: rows.commons,
    gainCommon,
    deviations: diagonal === null ? base.deviations : deviationsOf(problem.covariance, null),
    gain,
    variance: {
      perUnit: columns.isPlain ? columns.base : ofColumns(columns, (asset, k) => 2 * signs[k]! * pull[asset]!),
      atZero: dot(pull, columns.base),
    },
    quadratic: {
      hessian,
      lower: columns.lower,
      upper: columns.upper,
      rows: rows.rows,
      constant: ofColumns(
        columns,
        (asset, k) => signs[k]! * (pull[asset]! + (linear?.[asset] ?? 0)) + costWeight * columns.cost[k]!,
      ),
      moved: Math.max(largestOf(columns.base), reference === undefined ? 0 : largestOf(reference)),
      slope: negative(pulled.perUnit),
    },
  }
}

function negative(values: Float64Array): Float64Array {
  const negatives = zeros(values.length)
  for (let k = 0; k < values.length; k++) negatives[k] = -values[k]!
  return negatives
}

function ofColumns({ assets }: Columns, value: (asset: number, column: number) => number): Float64Array {
  const values = zeros(assets.length)
  for (let k = 0; k < assets.length; k++) values[k] = value(assets[k]!, k)
  return values
}

/**
 * What returns near each other have in common under a fixed budget: all weights earn it, but its rounding, times a λ that is the larger the
 * nearer they are, would move them.
 */
function commonGain({ expectedReturns, rows }: CheckedProblem, { gain }: ProgramOptions): number {
  return gain === 'none' || expectedReturns === null || fixedBudget(rows) === null ? 0 : commonPart(expectedReturns)
}

function withReturnsLess(problem: CheckedProblem, common: number): CheckedProblem {
  return { ...problem, expectedReturns: problem.expectedReturns!.map((value) => value - common) }
}

function gainOf({ expectedReturns }: CheckedProblem, columns: Columns, { gain }: ProgramOptions): Affine {
  const { assets, signs, base, cost, constants } = columns
  if (gain === 'none' || expectedReturns === null) return { perUnit: zeros(assets.length), atZero: 0 }
  const net = gain === 'net-return' ? 1 : 0
  return {
    perUnit: ofColumns(columns, (asset, k) => signs[k]! * expectedReturns[asset]! - net * cost[k]!),
    atZero: dot(base, expectedReturns) - net * constants.cost,
  }
}

interface NamedRows {
  references: RowReference[]
  units: Float64Array
  commons: number[]
  rows: QuadraticProgram['rows']
}

function rowsOf(problem: CheckedProblem, columns: Columns): NamedRows {
  const { assets, signs, base } = columns
  const n = assets.length
  const budget = fixedBudget(problem.rows)
  const commons = problem.rows.map((row) => (budget === null ? 0 : commonPart(row.coefficients)))
  const apart = problem.rows.map((row, index) => withoutCommonPart(row, commons[index]!, budget ?? 0))
  const written = apart.map(({ reference, coefficients, lower, upper }): MovedRow => {
    const [shift, moved] = [dot(base, coefficients), sizeOfTerms(base, coefficients)]
    const own = columns.isPlain ? coefficients : ofColumns(columns, (asset, k) => signs[k]! * coefficients[asset]!)
    return { reference, coefficients: own, lower: movedLimit(lower, shift, moved), upper: movedLimit(upper, shift, moved), moved }
  })
  if (problem.grossExposure !== null) {
    written.push(absoluteRow('gross_exposure', columns.gross, { most: problem.grossExposure, constant: columns.constants.gross }))
  }
  if (problem.turnover !== null) {
    written.push(absoluteRow('turnover', columns.turnover, { most: problem.turnover.max, constant: columns.constants.turnover }))
  }
  const count = written.length
  const [units, lower] = [zeros(count), zeros(count)]
  const [upper, moved] = [zeros(count), zeros(count)]
  written.forEach((row, index) => {
    const unit = unitOf(row.coefficients)
    units[index] = unit
    lower[index] = row.lower / unit
    upper[index] = row.upper / unit
    moved[index] = row.moved / unit
  })
  const still = { lowerSlope: zeros(count), upperSlope: zeros(count) }
  return {
    references: written.map(({ reference }) => reference),
    units,
    commons,
    rows: { count, coefficients: writtenOut(written, units, n), lower, upper, moved, ...still },
  }
}

/** A single row that is in its unit already is not copied. */
function writtenOut(rows: readonly MovedRow[], units: Float64Array, n: number): Float64Array {
  const [first, ...others] = rows
  if (first !== undefined && others.length === 0 && units[0] === 1) return first.coefficients
  const coefficients = zeros(rows.length * n)
  rows.forEach((row, index) => {
    for (let k = 0; k < n; k++) coefficients[index * n + k] = row.coefficients[k]! / units[index]!
  })
  return coefficients
}

/** The power of two, which divides without rounding, that leaves the largest coefficient between 1 and 2. */
function unitOf(coefficients: Float64Array): number {
  const largest = largestOf(coefficients)
  return largest === 0 ? 1 : powerOfTwo(binaryExponent(largest))
}

interface MovedRow extends CheckedRow {
  moved: number
}

/** A limit less what the base has of it; none where only rounding is left, which another row may not agree with. */
function movedLimit(limit: number, shift: number, size: number): number {
  const left = limit - shift
  return Math.abs(left) <= 4 * Number.EPSILON * size ? 0 : left
}

function absoluteRow(
  kind: 'gross_exposure' | 'turnover',
  coefficients: Float64Array,
  { most, constant }: { most: number; constant: number },
): MovedRow {
  const upper = movedLimit(most, constant, Math.abs(constant))
  return { reference: { kind, name: kind }, coefficients, lower: -Infinity, upper, moved: Math.abs(constant) }
}

export function affineAt({ perUnit, atZero }: Affine, x: Float64Array): number {
  let total = atZero
  for (let k = 0; k < x.length; k++) total += perUnit[k]! * x[k]!
  return total
}

/** Weights of the assets at x. */
export function weightsAt({ columns, problem }: Program, x: Float64Array): Float64Array {
  return columns.isPlain ? x.slice() : weightsFromPieces(problem, columns, x)
}

/** A direction of columns as one of weights. */
export function weightsAlong({ columns }: Program, direction: Float64Array): Float64Array {
  return sumOfPieces(columns, new Float64Array(columns.base.length), direction)
}
