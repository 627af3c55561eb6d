import { coldStart } from '../engine/cold-start.ts'
import type { PathEnd } from '../engine/path.ts'
import { denseHessian } from '../engine/hessian.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import { ways } from '../engine/ways.ts'
import { ownBound } from './own-bound.ts'
import type { RowReference } from './problem.ts'
import type { Program } from './program.ts'

/** A limit that can be let go: of a row, or of a column that is an asset's own bound. */
interface Limit {
  kind: 'row' | 'column'
  index: number
  side: 'lower' | 'upper'
}

/**
 * A smallest set of rows and bounds that cannot hold together, with its numbers: without any one of them the others can.
 *
 * Null where the proof is none, and all can hold.
 *
 * @param proof what each row is pulled with and which gradients that leaves: only limits with a part in it are asked
 */
export function conflictOf(program: Program, proof: { rows: Float64Array; columns: Float64Array }): Conflict | null {
  return conflictAmong(program, suspectsOf(program, proof)) ?? conflictOnceMore(program)
}

/** From a proof of its own, which the covariance has no part in. */
function conflictOnceMore(program: Program): Conflict | null {
  const end = endOf(loosened(program.quadratic))
  return end.kind === 'infeasible' ? conflictAmong(program, suspectsOf(program, end)) : null
}

interface Conflict {
  conflict: RowReference[]
  explanation: string
}

function conflictAmong(program: Program, suspects: readonly Limit[]): Conflict | null {
  const loose = loosened(program.quadratic)
  for (const limit of allLimits(program.quadratic)) if (isOwn(program, limit)) letGo(loose, limit)
  for (const limit of suspects) hold(loose, program.quadratic, limit)
  if (isPossible(loose)) return null
  const needed = suspects.filter((limit) => {
    letGo(loose, limit)
    if (!isPossible(loose)) return false
    hold(loose, program.quadratic, limit)
    return true
  })
  const named = needed.map((limit) => nameOf(program, limit))
  return {
    conflict: named.map(({ reference }) => reference),
    explanation: `These cannot hold together: ${named.map(({ text }) => text).join('; ')}.`,
  }
}

/** Whether somebody asked for the limit: ends of pieces that an asset was cut into are there in any case. */
function isOwn(program: Program, { kind, index, side }: Limit): boolean {
  return kind === 'row' || ownBound(program, index, side) !== null
}

function suspectsOf(program: Program, { rows, columns }: { rows: Float64Array; columns: Float64Array }): Limit[] {
  const { quadratic } = program
  const [least, most] = [1e-11 * largest(rows), 1e-11 * largest(columns)]
  const suspects: Limit[] = []
  rows.forEach((pull, index) => {
    if (Math.abs(pull) <= least) return
    suspects.push({ kind: 'row', index, side: pull > 0 ? 'lower' : 'upper' })
  })
  columns.forEach((pull, index) => {
    if (Math.abs(pull) <= most) return
    suspects.push({ kind: 'column', index, side: pull > 0 ? 'lower' : 'upper' })
  })
  return suspects.filter((limit) => {
    const { kind, index, side } = limit
    return Number.isFinite(kind === 'row' ? quadratic.rows[side][index] : quadratic[side][index]) && isOwn(program, limit)
  })
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

function allLimits({ hessian: { n }, rows }: QuadraticProgram): Limit[] {
  const sides = ['lower', 'upper'] as const
  return [
    ...Array.from({ length: rows.count }, (_, index) => sides.map((side): Limit => ({ kind: 'row', index, side }))),
    ...Array.from({ length: n }, (_, index) => sides.map((side): Limit => ({ kind: 'column', index, side }))),
  ].flat()
}

/** The same limits around a strictly convex objective, which every set of limits that can hold has a minimum of. */
function loosened({ hessian: { n }, lower, upper, rows }: QuadraticProgram): QuadraticProgram {
  const identity = new Float64Array(n * n)
  for (let k = 0; k < n; k++) identity[k * n + k] = 1
  return {
    hessian: denseHessian(identity, null),
    lower: lower.slice(),
    upper: upper.slice(),
    rows: { ...rows, lower: rows.lower.slice(), upper: rows.upper.slice() },
    constant: new Float64Array(n),
    moved: 0,
    slope: new Float64Array(n),
  }
}

function letGo(loose: QuadraticProgram, { kind, index, side }: Limit): void {
  const limits = kind === 'row' ? loose.rows[side] : loose[side]
  limits[index] = side === 'lower' ? -Infinity : Infinity
}

function hold(loose: QuadraticProgram, original: QuadraticProgram, { kind, index, side }: Limit): void {
  if (kind === 'row') loose.rows[side][index] = original.rows[side][index]!
  else loose[side][index] = original[side][index]!
}

function isPossible(loose: QuadraticProgram): boolean {
  return endOf(loose).kind !== 'infeasible'
}

function endOf(loose: QuadraticProgram): PathEnd {
  const maxSteps = 1000 + 100 * loose.hessian.n
  const ends = ways.map((way) => coldStart(loose, { t: 0, maxSteps, way }).end)
  return ends.find(({ kind }) => kind === 'arrived' || kind === 'infeasible') ?? { kind: 'blocked' }
}

function nameOf(program: Program, { kind, index, side }: Limit): { reference: RowReference; text: string } {
  if (kind === 'row') return rowName(program, index, side)
  const { reference, side: own, limit } = ownBound(program, index, side)!
  return { reference, text: `${reference.name} ${signOf(own)} ${limit}` }
}

function rowName(
  { references, problem: { rows, grossExposure, turnover } }: Program,
  index: number,
  side: 'lower' | 'upper',
): { reference: RowReference; text: string } {
  const reference = references[index]!
  const what = reference.kind === reference.name ? reference.kind.replace('_', ' ') : `${reference.kind} ${reference.name}`
  const row = rows[index]
  const limit = row?.[side] ?? (reference.kind === 'turnover' ? turnover!.max : grossExposure!)
  return { reference, text: `${what} ${row !== undefined && row.lower === row.upper ? '=' : signOf(side)} ${limit}` }
}

function signOf(side: 'lower' | 'upper'): string {
  return side === 'lower' ? '>=' : '<='
}
