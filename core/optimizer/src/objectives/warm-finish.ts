import { activeSetFrom, gradientOf } from '../certificate.ts'
import { solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import { standing } from '../engine/quadratic-program.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { finish } from './finish.ts'
import type { Finish } from './finish.ts'
import type { Options } from './options.ts'

const mostRounds = 12

/**
 * The outcome from the active set of an earlier problem, mended a few times where it does not fit any more; null where that does
 * not lead to an optimum.
 *
 * Source: K. Kunisch and F. Rendl, "An infeasible active set method for quadratic problems with simple bounds", SIAM Journal on
 * Optimization 14, 2003.
 */
export function warmFinish(
  program: Program,
  { options: { warm }, ...rest }: Omit<Finish, 'set' | 'steps'> & { options: Options },
): Outcome | null {
  const { quadratic } = program
  if (warm === undefined) return null
  const set = activeSetFrom(warm, { columns: quadratic.hessian.n, rows: quadratic.rows.count })
  if (set === null || !fits(quadratic, set)) return null
  for (let round = 0; round < mostRounds; round++) {
    const solved = solvedSet(quadratic, set)
    if (solved === null) return null
    const t = rest.timeOn(solved)
    if (!Number.isFinite(t)) return null
    if (!mend(quadratic, set, { ...solved.at(t), t })) {
      const outcome = finish(program, { ...rest, set, steps: round })
      return outcome.status === 'optimal' ? outcome : null
    }
  }
  return null
}

/** Whether bounds and limits that the set stands on exist. */
function fits({ lower, upper, rows }: QuadraticProgram, { columnStanding, rowStanding }: ActiveSet): boolean {
  const exists = (side: number, least: number, most: number): boolean =>
    side === standing.lower ? least > -Infinity : side === standing.upper ? most < Infinity : least < most
  return (
    columnStanding.every((side, k) => exists(side, lower[k]!, upper[k]!)) &&
    rowStanding.every((side, row) => exists(side, rows.lower[row]!, rows.upper[row]!))
  )
}

/** Moves what violates its condition to where that points; false when nothing does. */
function mend(
  quadratic: QuadraticProgram,
  { columnStanding, rowStanding }: ActiveSet,
  at: { x: Float64Array; multipliers: Float64Array; t: number },
): boolean {
  const { lower, upper, rows, hessian } = quadratic
  const { gradient, scale } = gradientOf(quadratic, at)
  const noise = 1e-13 * scale
  let isMended = false
  const move = (standings: Int8Array, index: number, to: number): void => {
    standings[index] = to
    isMended = true
  }
  for (let k = 0; k < hessian.n; k++) {
    const side = columnStanding[k]!
    if (side === standing.free) {
      if (at.x[k]! < lower[k]!) move(columnStanding, k, standing.lower)
      else if (at.x[k]! > upper[k]!) move(columnStanding, k, standing.upper)
    } else if (lower[k] !== upper[k] && side * gradient[k]! > noise) move(columnStanding, k, standing.free)
  }
  for (let row = 0; row < rows.count; row++) {
    if (rows.lower[row] === rows.upper[row]) continue
    if (rowStanding[row] !== standing.free) {
      if (rowStanding[row]! * at.multipliers[row]! > noise) move(rowStanding, row, standing.free)
      continue
    }
    let activity = 0
    for (let k = 0; k < hessian.n; k++) activity += rows.coefficients[row * hessian.n + k]! * at.x[k]!
    if (activity < rows.lower[row]!) move(rowStanding, row, standing.lower)
    else if (activity > rows.upper[row]!) move(rowStanding, row, standing.upper)
  }
  return isMended
}
