import type { ActiveSet } from '../engine/exact-point.ts'
import { standing } from '../engine/quadratic-program.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import { dot, sizeOfTerms } from '../engine/vectors.ts'
import type { Certificate } from '../outcome.ts'
import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { boundViolation } from '../problem/weights-from-pieces.ts'
import type { CertifiedPoint, Pulls } from './pulls.ts'

type Residuals = Pick<Certificate, 'stationarity' | 'primalFeasibility' | 'dualSign' | 'complementarity'>

/** What a residual of an optimum may be, relative to the terms it is summed from. */
export const certified = 1e-12

/** Whether residuals prove an optimum. */
export function passes({ stationarity, primalFeasibility, dualSign, complementarity }: Residuals): boolean {
  return [stationarity, primalFeasibility, dualSign, complementarity].every((value) => value <= certified)
}

/** How far a point is from the conditions that an optimum satisfies, computed from the program alone. */
export function residualsOf(
  program: Program,
  { columnStanding, rowStanding }: ActiveSet,
  { at, gradient, scale }: { at: CertifiedPoint } & Pulls,
): Residuals {
  const { quadratic } = program
  let [stationarity, dualSign] = [0, 0]
  for (let k = 0; k < gradient.length; k++) {
    const side = columnStanding[k]!
    if (side === standing.free) stationarity = Math.max(stationarity, Math.abs(gradient[k]!))
    else if (quadratic.lower[k] !== quadratic.upper[k]) dualSign = Math.max(dualSign, side * gradient[k]!)
  }
  const rows = rowResiduals(quadratic, rowStanding, at)
  return {
    stationarity: ratio(stationarity, scale),
    primalFeasibility: primalViolation(program, at.x),
    dualSign: ratio(Math.max(dualSign, rows.sign), scale),
    complementarity: ratio(rows.slack, scale),
  }
}

/** How far columns are beyond bounds and limits, relative to the terms of each. */
export function primalViolation(program: Program, x: Float64Array): number {
  const { quadratic, problem, columns } = program
  const ofWeights = columns.isPlain ? 0 : boundViolation(problem, weightsAt(program, x))
  return Math.max(limitViolation(quadratic, x), boundViolation(quadratic, x), ofWeights)
}

function ratio(value: number, scale: number): number {
  return value === 0 ? 0 : scale === 0 ? Infinity : value / scale
}

function limitViolation({ rows, hessian: { n } }: QuadraticProgram, x: Float64Array): number {
  let most = 0
  for (let row = 0; row < rows.count; row++) {
    const coefficients = rows.coefficients.subarray(row * n, (row + 1) * n)
    const [activity, size] = [dot(coefficients, x), sizeOfTerms(coefficients, x)]
    const [lower, upper] = [rows.lower[row]!, rows.upper[row]!]
    // What adds up to nothing has no size of its own: there, weights below 1e-14 are none.
    const unit = lower === 0 || upper === 0 ? 0.01 : 0
    const missed = Math.max(0, lower - activity, activity - upper)
    most = Math.max(most, ratio(missed, Math.max(size, rows.moved[row]!, finite(lower), finite(upper), unit)))
  }
  return most
}

function rowResiduals(
  { rows, hessian: { n } }: QuadraticProgram,
  rowStanding: Int8Array,
  { x, multipliers }: CertifiedPoint,
): { sign: number; slack: number } {
  let [sign, slack] = [0, 0]
  for (let row = 0; row < rows.count; row++) {
    if (rows.lower[row] === rows.upper[row]) continue
    sign = Math.max(sign, rowStanding[row]! * multipliers[row]!)
    if (multipliers[row] === 0) continue
    const limit = rowStanding[row] === standing.lower ? rows.lower[row]! : rows.upper[row]!
    const activity = dot(rows.coefficients.subarray(row * n, (row + 1) * n), x)
    slack = Math.max(slack, Math.abs(multipliers[row]! * (activity - limit)))
  }
  return { sign, slack }
}

function finite(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0
}
