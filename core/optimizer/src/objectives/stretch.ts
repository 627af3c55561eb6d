import type { SolvedSet } from '../engine/exact-point.ts'
import { productOf } from '../engine/hessian.ts'
import { affineAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { significantSpread } from './frontier-walk.ts'

/** One active set's part of the frontier: gain and spread at λ are gain[0] + gain[1]·λ and spread[0] + spread[1]·λ + spread[2]·λ². */
export interface Stretch {
  gain: readonly [number, number]
  spread: readonly [number, number, number]
}

export function stretchOf(program: Program, solved: SolvedSet): Stretch {
  const { quadratic, gain, spread } = program
  const { constant, slope } = solved.stretch()
  const [ofConstant, ofSlope] = [productOf(quadratic.hessian, constant), productOf(quadratic.hessian, slope)]
  return {
    gain: [affineAt(gain, constant), dot(gain.perUnit, slope)],
    spread: [
      significantSpread(program, { x: constant, spread: affineAt(spread, constant) + dot(constant, ofConstant) }),
      dot(spread.perUnit, slope) + 2 * dot(constant, ofSlope),
      dot(slope, ofSlope),
    ],
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, k) => total + value * b[k]!, 0)
}
