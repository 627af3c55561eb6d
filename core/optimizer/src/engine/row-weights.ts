import type { QuadraticProgram } from './quadratic-program.ts'

/** As large as makes a row weigh like the variances. */
export function rowWeights({ hessian, rows }: QuadraticProgram): Float64Array {
  const { n } = hessian
  let variance = 0
  for (let i = 0; i < n; i++) variance += hessian.deviations[i]! * hessian.deviations[i]!
  return Float64Array.from({ length: rows.count }, (_, row) => {
    const own = rows.coefficients.subarray(row * n, (row + 1) * n)
    let square = 0
    for (const value of own) square += value * value
    return square > 0 ? (variance || 1) / square : 1
  })
}
