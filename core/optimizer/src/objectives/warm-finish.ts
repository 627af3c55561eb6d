import { activityAt } from '../engine/cold-start.ts'
import { solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import { standing } from '../engine/quadratic-program.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import type { Optimal, Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { finish } from './finish.ts'
import type { Finish, TimeOn } from './finish.ts'
import type { Options } from './options.ts'
import { activeSetFrom } from '../certificate/warm-state.ts'
import { pullsAt } from '../certificate/pulls.ts'
import type { CertifiedPoint, Pulls } from '../certificate/pulls.ts'

const mostRounds = 12

type Place = { timeOn: TimeOn } & Pick<Finish, 'riskFree'>

/** The outcome from the active set of an earlier problem; null where that does not lead to an optimum. */
export function warmFinish(program: Program, { options: { warm }, ...question }: { options: Options } & Place): Outcome | null {
  const { quadratic } = program
  if (warm === undefined) return null
  const set = activeSetFrom(warm, { columns: quadratic.hessian.n, rows: quadratic.rows.count })
  return set === null || !fits(quadratic, set) ? null : finishFrom(program, { ...question, set, steps: 0 })
}

/**
 * The outcome from an active set that may be the right one, mended a few times where it does not fit; null where that does not lead
 * to an optimum.
 *
 * Source: K. Kunisch and F. Rendl, "An infeasible active set method for quadratic problems with simple bounds", SIAM Journal on
 * Optimization 14, 2003.
 *
 * @param set changed on the way
 * @param steps that were taken before
 */
export function finishFrom(
  program: Program,
  { set, steps, timeOn, riskFree }: { set: ActiveSet; steps: number } & Place,
): Optimal | null {
  const { quadratic } = program
  for (let round = 0; round < mostRounds; round++) {
    const solved = solvedSet(quadratic, set)
    if (solved === null) return null
    const t = timeOn(solved)
    if (!Number.isFinite(t)) return null
    const point = { ...solved.at(t), t }
    const pulls = pullsAt(quadratic, point)
    if (!mend(quadratic, set, { point, pulls })) {
      const outcome = finish(program, { set, solved, point, pulls, timeOn, steps: steps + round, riskFree })
      return outcome.status === 'optimal' ? outcome : null
    }
  }
  return null
}

/** The outcome, or, where rounding on the way there has spoiled its active set, the one that the set leads to when it is mended. */
export function mendedOutcome(program: Program, outcome: Outcome, place: Place): Outcome {
  if (outcome.status !== 'illConditioned' || outcome.certificate === undefined) return outcome
  return warmFinish(program, { ...place, options: { warm: outcome.certificate.active } }) ?? outcome
}

/** Whether bounds and limits that the set stands on exist. */
function fits({ lower, upper, rows }: QuadraticProgram, { columnStanding, rowStanding }: ActiveSet): boolean {
  return (
    columnStanding.every((side, k) => exists(side, lower[k]!, upper[k]!)) &&
    rowStanding.every((side, row) => exists(side, rows.lower[row]!, rows.upper[row]!))
  )
}

function exists(side: number, lower: number, upper: number): boolean {
  return side === standing.lower ? lower > -Infinity : side === standing.upper ? upper < Infinity : lower < upper
}

/** Moves what violates its condition to where that points; false when nothing does. */
function mend(
  quadratic: QuadraticProgram,
  set: ActiveSet,
  { point: at, pulls: { gradient, scale } }: { point: CertifiedPoint; pulls: Pulls },
): boolean {
  const { rows, hessian } = quadratic
  const activity = activityAt(at.x, rows)
  const noise = 1e-13 * scale
  let isMended = false
  const move = (standings: Int8Array, index: number, to: number): void => {
    isMended ||= standings[index] !== to
    standings[index] = to
  }
  for (let k = 0; k < hessian.n; k++) {
    const limits = { lower: quadratic.lower[k]!, upper: quadratic.upper[k]! }
    move(set.columnStanding, k, mended(set.columnStanding[k]!, { ...limits, value: at.x[k]!, pull: gradient[k]!, noise }))
  }
  for (let row = 0; row < rows.count; row++) {
    const limits = { lower: rows.lower[row]!, upper: rows.upper[row]! }
    move(
      set.rowStanding,
      row,
      mended(set.rowStanding[row]!, { ...limits, value: activity[row]!, pull: at.multipliers[row]!, noise }),
    )
  }
  return isMended
}

interface Held {
  lower: number
  upper: number
  value: number
  /** At least zero below, at most zero above, where that is right. */
  pull: number
  noise: number
}

function mended(side: number, { lower, upper, value, pull, noise }: Held): number {
  if (lower === upper) return side
  if (side !== standing.free) return side * pull > noise ? standing.free : side
  return value < lower ? standing.lower : value > upper ? standing.upper : side
}
