import { productOf } from '../engine/hessian.ts'
import type { MovingPoint } from '../engine/moving-point.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import { largestOf, sizeOfTerms } from '../engine/vectors.ts'

export interface CertifiedPoint {
  x: Float64Array
  multipliers: Float64Array
  t: number
}

/** Of the program, where a path stands: one down the frontier has a λ of its own, below zero. */
export function certifiedPoint({ point: { x, multipliers, t } }: MovingPoint): CertifiedPoint {
  return { x, multipliers, t: Math.abs(t) }
}

export interface Pulls {
  /** Of the Lagrangian. */
  gradient: Float64Array
  /** No sum of absolute terms of an entry is larger. */
  scale: number
}

/** The gradient of the Lagrangian at a point, from the program alone. */
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
