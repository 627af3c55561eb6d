import { solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import { activityAt, standing } from '../engine/quadratic-program.ts'
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

type Place = { timeOn: TimeOn } & Pick<Finish, 'riskFree' | 'isTied'>

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
  { set, steps, timeOn, ...more }: { set: ActiveSet; steps: number } & Place,
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
      const outcome = finish(program, { set, solved, point, pulls, timeOn, steps: steps + round, ...more })
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
  return exist(columnStanding, lower, upper) && exist(rowStanding, rows.lower, rows.upper)
}

function exist(standings: Int8Array, lower: Float64Array, upper: Float64Array): boolean {
  for (let k = 0; k < standings.length; k++) {
    const side = standings[k]!
    const isThere =
      side === standing.lower ? lower[k]! > -Infinity : side === standing.upper ? upper[k]! < Infinity : lower[k]! < upper[k]!
    if (!isThere) return false
  }
  return true
}

/** Moves what violates its condition to where that points; false when nothing does. */
function mend(
  { lower, upper, rows }: QuadraticProgram,
  { columnStanding, rowStanding }: ActiveSet,
  { point: { x, multipliers }, pulls: { gradient, scale } }: { point: CertifiedPoint; pulls: Pulls },
): boolean {
  const noise = 1e-13 * scale
  const columns = { standings: columnStanding, lower, upper, values: x, pulls: gradient }
  const held = { standings: rowStanding, lower: rows.lower, upper: rows.upper, values: activityAt(x, rows), pulls: multipliers }
  const [ofColumns, ofRows] = [mendStandings(columns, noise), mendStandings(held, noise)]
  return ofColumns || ofRows
}

interface Held {
  standings: Int8Array
  lower: Float64Array
  upper: Float64Array
  values: Float64Array
  /** At least zero below, at most zero above, where that is right. */
  pulls: Float64Array
}

function mendStandings({ standings, lower, upper, values, pulls }: Held, noise: number): boolean {
  let isMended = false
  for (let k = 0; k < standings.length; k++) {
    const side = standings[k]!
    if (lower[k] === upper[k]) continue
    const isWrong = side === standing.free ? values[k]! < lower[k]! || values[k]! > upper[k]! : side * pulls[k]! > noise
    if (!isWrong) continue
    standings[k] = side !== standing.free ? standing.free : values[k]! < lower[k]! ? standing.lower : standing.upper
    isMended = true
  }
  return isMended
}
