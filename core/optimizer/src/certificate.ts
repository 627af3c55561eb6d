import type { ActiveSet, SolvedSet } from './engine/exact-point.ts'
import { productOf } from './engine/hessian.ts'
import { standing } from './engine/quadratic-program.ts'
import type { QuadraticProgram } from './engine/quadratic-program.ts'
import { dot, largestOf, sizeOfTerms } from './engine/vectors.ts'
import { leastEigenvalueEstimate } from './covariance/least-eigenvalue.ts'
import { weightsAt } from './problem/program.ts'
import type { Program } from './problem/program.ts'
import { boundViolation } from './problem/weights-from-pieces.ts'
import { ownBound } from './problem/own-bound.ts'
import type { Certificate, WarmState } from './outcome.ts'

export interface CertifiedPoint {
  x: Float64Array
  multipliers: Float64Array
  t: number
}

type Residuals = Pick<Certificate, 'stationarity' | 'primalFeasibility' | 'dualSign' | 'complementarity'>

/** What a residual of an optimum may be, relative to the terms it is summed from. */
const certified = 1e-12

/** Whether residuals prove an optimum. */
export function passes({ stationarity, primalFeasibility, dualSign, complementarity }: Residuals): boolean {
  return [stationarity, primalFeasibility, dualSign, complementarity].every((value) => value <= certified)
}

/** How far a point is from the conditions that an optimum satisfies, computed from the program alone. */
function residualsOf(
  program: Program,
  { columnStanding, rowStanding }: ActiveSet,
  { at, gradient, scale }: { at: CertifiedPoint } & Pulls,
): Residuals {
  const { quadratic, problem } = program
  let [stationarity, dualSign] = [0, 0]
  for (let k = 0; k < gradient.length; k++) {
    const side = columnStanding[k]!
    if (side === standing.free) stationarity = Math.max(stationarity, Math.abs(gradient[k]!))
    else if (quadratic.lower[k] !== quadratic.upper[k]) dualSign = Math.max(dualSign, side * gradient[k]!)
  }
  const rows = rowResiduals(quadratic, rowStanding, at)
  return {
    stationarity: ratio(stationarity, scale),
    primalFeasibility: Math.max(rows.primal, boundViolation(quadratic, at.x), boundViolation(problem, weightsAt(program, at.x))),
    dualSign: ratio(Math.max(dualSign, rows.sign), scale),
    complementarity: ratio(rows.slack, scale),
  }
}

function ratio(value: number, scale: number): number {
  return value === 0 ? 0 : scale === 0 ? Infinity : value / scale
}

export interface Pulls {
  /** Of the Lagrangian. */
  gradient: Float64Array
  /** No sum of absolute terms of an entry is larger. */
  scale: number
}

export function pullsAt(
  { hessian, constant, slope, rows, moved }: QuadraticProgram,
  { x, multipliers, t }: CertifiedPoint,
): Pulls {
  const n = x.length
  const gradient = productOf(hessian, x)
  const { deviations } = hessian
  const deviation = sizeOfTerms(deviations, x)
  let scale = leastScale(deviations, x, moved)
  for (let k = 0; k < n; k++) {
    const pull = t * slope[k]!
    let value = gradient[k]! + constant[k]! + pull
    let size = deviations[k]! * deviation + Math.abs(constant[k]!) + Math.abs(pull)
    for (let row = 0; row < rows.count; row++) {
      const ofRow = multipliers[row]! * rows.coefficients[row * n + k]!
      value -= ofRow
      size += Math.abs(ofRow)
    }
    gradient[k] = value
    scale = Math.max(scale, size)
  }
  return { gradient, scale }
}

/** The least scale: of terms that have cancelled in the constants, and of what rounding leaves where nothing held has any risk. */
function leastScale(deviations: Float64Array, x: Float64Array, moved: number): number {
  const deviation = largestOf(deviations)
  return deviation * deviation * Math.max(Number.EPSILON * largestOf(x), moved)
}

function rowResiduals(
  { rows, hessian: { n } }: QuadraticProgram,
  rowStanding: Int8Array,
  { x, multipliers }: CertifiedPoint,
): { primal: number; sign: number; slack: number } {
  let [primal, sign, slack] = [0, 0, 0]
  for (let row = 0; row < rows.count; row++) {
    const coefficients = rows.coefficients.subarray(row * n, (row + 1) * n)
    const [activity, size] = [dot(coefficients, x), sizeOfTerms(coefficients, x)]
    const [lower, upper] = [rows.lower[row]!, rows.upper[row]!]
    // What adds up to nothing has no size of its own: there, weights below 1e-14 are none.
    const unit = lower === 0 || upper === 0 ? 0.01 : 0
    const limit = rowStanding[row] === standing.lower ? lower : upper
    primal = Math.max(
      primal,
      ratio(
        Math.max(0, lower - activity, activity - upper),
        Math.max(size, rows.moved[row]!, finite(lower), finite(upper), unit),
      ),
    )
    if (lower === upper) continue
    sign = Math.max(sign, rowStanding[row]! * multipliers[row]!)
    if (multipliers[row] !== 0) slack = Math.max(slack, Math.abs(multipliers[row]! * (activity - limit)))
  }
  return { primal, sign, slack }
}

function finite(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0
}

/** Plain text of an active set: one sign for each column and row. */
export function warmStateOf({ columnStanding, rowStanding }: ActiveSet): WarmState {
  return { columns: signsOf(columnStanding), rows: signsOf(rowStanding) }
}

/** For a bound or limit below, nothing, one above; a column without bounds that was never moved cannot be told. */
const letters = '-0+?'

function signsOf(standings: Int8Array): string {
  let text = ''
  for (const value of standings) text += letters[value + 1]
  return text
}

/** Null where the text does not fit a program of so many columns and rows. */
export function activeSetFrom({ columns, rows }: WarmState, size: { columns: number; rows: number }): ActiveSet | null {
  if (columns.length !== size.columns || rows.length !== size.rows || !/^[-0+]*$/.test(columns + rows)) return null
  return { columnStanding: standingsOf(columns), rowStanding: standingsOf(rows) }
}

function standingsOf(text: string): Int8Array {
  const standings = new Int8Array(text.length)
  for (let k = 0; k < text.length; k++) standings[k] = letters.indexOf(text[k]!) - 1
  return standings
}

/**
 * Everything that proves one optimum.
 *
 * @param pulls at the point, where they are known
 */
export function certificateOf(
  program: Program,
  {
    set,
    solved,
    point,
    steps,
    pulls = pullsAt(program.quadratic, point),
  }: { set: ActiveSet; solved: SolvedSet; point: CertifiedPoint; steps: number; pulls?: Pulls | undefined },
): Certificate {
  const { quadratic } = program
  const { gradient, scale } = pulls
  const weak: number[] = []
  for (let k = 0; k < gradient.length; k++) {
    if (set.columnStanding[k] === standing.free || quadratic.lower[k] === quadratic.upper[k]) continue
    if (Math.abs(gradient[k]!) <= certified * scale) weak.push(k)
  }
  let multipliers: Certificate['multipliers'] | null = null
  let minEigenvalue: number | null = null
  return {
    ...residualsOf(program, set, { at: point, gradient, scale }),
    // Written out only for whom asks: there are as many as assets.
    get multipliers() {
      multipliers ??= multipliersOf(program, { set, point, gradient })
      return multipliers
    },
    active: warmStateOf(set),
    steps,
    reciprocalCondition: solved.reciprocalCondition,
    // It takes a factor of all assets.
    get minEigenvalue() {
      minEigenvalue ??= leastEigenvalueEstimate(program.problem.covariance, program.problem.n)
      return minEigenvalue
    },
    unique: solved.staysUniqueWith(weak),
  }
}

/** Of the rows as they were given. */
function rowMultipliers(
  { references, rowUnits, rowCommons, gainCommon }: Program,
  { multipliers, t }: CertifiedPoint,
): Float64Array {
  const own = rowUnits.map((unit, row) => multipliers[row]! / unit)
  const budget = references.findIndex(({ kind }) => kind === 'budget')
  if (gainCommon !== 0) own[budget] = own[budget]! - t * gainCommon
  rowCommons.forEach((common, row) => {
    if (common !== 0) own[budget] = own[budget]! - common * own[row]!
  })
  return own
}

function multipliersOf(
  program: Program,
  { set, point, gradient }: { set: ActiveSet; point: CertifiedPoint; gradient: Float64Array },
): Certificate['multipliers'] {
  const { quadratic, columns, references } = program
  const multipliers: Certificate['multipliers'] = []
  const ofRows = rowMultipliers(program, point)
  references.forEach((reference, row) => {
    if (set.rowStanding[row] !== standing.free) multipliers.push({ reference, value: ofRows[row]! })
  })
  gradient.forEach((value, k) => {
    if (set.columnStanding[k] === standing.free || quadratic.lower[k] === quadratic.upper[k]) return
    const side = set.columnStanding[k] === standing.lower ? 'lower' : 'upper'
    const bound = point.x[k] === quadratic[side][k] ? ownBound(program, k, side) : null
    if (bound !== null) multipliers.push({ reference: bound.reference, value: value * columns.signs[k]! })
  })
  return multipliers
}
