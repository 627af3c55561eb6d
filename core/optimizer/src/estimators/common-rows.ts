/**
 * Sample covariance of two lists over the rows that both have, and their number.
 *
 * @param a near zero on average, as is `b`; NaN is a gap; shape [t]
 */
export function commonRows(a: Float64Array, b: Float64Array): { covariance: number; count: number } {
  let [count, sumA, sumB, products] = [0, 0, 0, 0]
  for (let row = 0; row < a.length; row++) {
    const x = a[row]!
    const y = b[row]!
    const product = x * y
    if (Number.isNaN(product)) continue
    count++
    sumA += x
    sumB += y
    products += product
  }
  return { covariance: (products - (sumA * sumB) / count) / (count - 1), count }
}
