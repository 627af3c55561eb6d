import type { SolvedSet } from '../engine/exact-point.ts'
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
  const { hessian } = quadratic
  const { constant, slope } = solved.stretch()
  const product = (x: Float64Array): Float64Array => {
    const columns = Int32Array.from(x.keys()).filter((k) => x[k] !== 0)
    const out = new Float64Array(x.length)
    hessian.product({ columns, values: Float64Array.from(columns, (k) => x[k]!), count: columns.length }, out)
    return out
  }
  const [ofConstant, ofSlope] = [product(constant), product(slope)]
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
