import { GrowingCholesky, zeros } from '@portofino/numeric'

/** The factor of a symmetric matrix to whose diagonal is added what rounding may have taken; null where that is not enough. */
export function factorWithinRounding(data: Float64Array, n: number): GrowingCholesky | null {
  let largest = 0
  for (let i = 0; i < n; i++) largest = Math.max(largest, data[i * (n + 1)]!)
  const tolerance = n * 4 * Number.EPSILON * largest
  const factor = new GrowingCholesky(n)
  const row = zeros(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) row[j] = data[i * n + j]!
    row[i] = row[i]! + tolerance
    if (!(factor.append(row) > 0)) return null
  }
  return factor
}
