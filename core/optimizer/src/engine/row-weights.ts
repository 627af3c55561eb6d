import { zeros } from '@portofino/numeric'
import type { QuadraticProgram } from './quadratic-program.ts'

/** As large as makes a row weigh like the variances. */
export function rowWeights({ hessian, rows }: QuadraticProgram): Float64Array {
  const { n } = hessian
  let variance = 0
  for (let i = 0; i < n; i++) variance += hessian.deviations[i]! * hessian.deviations[i]!
  const weights = zeros(rows.count)
  for (let row = 0; row < rows.count; row++) {
    let square = 0
    for (let at = row * n; at < (row + 1) * n; at++) square += rows.coefficients[at]! * rows.coefficients[at]!
    weights[row] = square > 0 ? (variance || 1) / square : 1
  }
  return weights
}
