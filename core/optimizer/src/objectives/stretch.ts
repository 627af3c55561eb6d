import { zeros } from '@portofino/numeric'
import type { SolvedSet } from '../engine/exact-point.ts'
import { sparseOf } from '../engine/hessian.ts'
import type { Hessian, Sparse } from '../engine/hessian.ts'
import { dot } from '../engine/vectors.ts'
import { affineAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { gainNoise, significantVariance } from './significant-variance.ts'

/** One active set's part of the frontier: gain and variance at λ are gain[0] + gain[1]·λ and variance[0] + variance[1]·λ + variance[2]·λ². */
export interface Stretch {
  gain: readonly [number, number]
  /** What rounding may have left of gain[0]. */
  noise: number
  variance: readonly [number, number, number]
}

export function stretchOf(program: Program, solved: SolvedSet): Stretch {
  const { quadratic, gain, variance } = program
  const { constant, slope } = solved.stretch()
  const n = slope.length
  const [alongConstant, alongSlope] = [sparseOf(constant), sparseOf(slope)]
  const product = zeros(n)
  const form = (a: Sparse, b: Sparse): number => bilinearForm(quadratic.hessian, { a, b, product })
  return {
    gain: [affineAt(gain, constant), dot(gain.perUnit, slope)],
    noise: gainNoise(program, constant),
    variance: [
      significantVariance(program, { x: constant, variance: affineAt(variance, constant) + form(alongConstant, alongConstant) }),
      dot(variance.perUnit, slope) + 2 * form(alongSlope, alongConstant),
      form(alongSlope, alongSlope),
    ],
  }
}

/** w'Hw with the Hessian of the program. */
export function varianceAt({ quadratic: { hessian }, variance }: Program, x: Float64Array): number {
  const along = sparseOf(x)
  return affineAt(variance, x) + bilinearForm(hessian, { a: along, b: along, product: zeros(x.length) })
}

/** a'Qb; `product` is overwritten. */
function bilinearForm({ productAt }: Hessian, { a, b, product }: { a: Sparse; b: Sparse; product: Float64Array }): number {
  productAt(b, a, product)
  let total = 0
  for (let k = 0; k < a.count; k++) total += a.values[k]! * product[a.columns[k]!]!
  return total
}
