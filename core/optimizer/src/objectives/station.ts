import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import { affineAt, weightsAt } from '../problem/program.ts'
import { penaltyOf, varianceOf } from './figures.ts'
import type { Walk } from './frontier-walk.ts'
import { gainNoise, ownVariance, significantVariance } from './significant-variance.ts'

/** A point of the frontier as a walk passes it. */
export interface Station {
  lambda: number
  /** What λ multiplies: the return, or what costs leave of it. */
  gain: number
  /** What rounding may have left of the gain. */
  noise: number
  /** w'Hw with the Hessian of the program: V, or V + L. */
  variance: number
}

/** The station where a walk is. */
export function stationOf(walk: Walk): Station {
  const { program, moving } = walk
  const { x, t } = moving.point
  return {
    lambda: Math.abs(t),
    gain: affineAt(program.gain, x),
    noise: gainNoise(program, x),
    variance: significantVariance(program, { x, variance: varianceOn(walk).variance }),
  }
}

/** Where there seems to be no risk, the station of weights solved afresh. */
export function clearStationOf(walk: Walk): Station {
  const station = stationOf(walk)
  const { program, moving } = walk
  const solved = station.variance > 0 ? null : solvedSet(program.quadratic, activeSetOf(moving.point))
  if (solved === null) return station
  const { x } = solved.at(station.lambda)
  const weights = weightsAt(program, x)
  const variance = varianceOf(program.problem, weights) + penaltyOf(program.problem, weights)
  return { ...station, gain: affineAt(program.gain, x), variance: ownVariance(program, { x, variance }) }
}

/** w'Hw, from the gradient, which has H·x in it already; and how large the terms are that it was summed from. */
export function varianceOn({ program, moving, direction }: Walk): { variance: number; terms: number } {
  const { constant, slope, rows } = program.quadratic
  const { x, gradient, multipliers, activity, t } = moving.point
  let variance = affineAt(program.variance, x)
  let terms = Math.abs(variance)
  for (let k = 0; k < x.length; k++) {
    if (x[k] === 0) continue
    const pull = direction * t * slope[k]!
    variance += x[k]! * (gradient[k]! - constant[k]! - pull)
    terms += Math.abs(x[k]!) * (Math.abs(gradient[k]!) + Math.abs(constant[k]!) + Math.abs(pull))
  }
  for (let row = 0; row < rows.count; row++) {
    const term = multipliers[row]! * activity[row]!
    variance += term
    terms += Math.abs(term)
  }
  return { variance, terms }
}
