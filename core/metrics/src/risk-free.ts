import { sum } from '@portofino/numeric'

/**
 * Rate per period that compounds to a yearly one: (1 + rate)^(1/periods) − 1.
 *
 * ```ts
 * assert.equal(ratePerPeriod(0.21, 2).toFixed(12), '0.100000000000')
 * ```
 *
 * @param yearly as a fraction, above −1
 */
export function ratePerPeriod(yearly: number, periodsPerYear: number): number {
  return Math.expm1(Math.log1p(yearly) / periodsPerYear)
}

/**
 * One return that equals many in a row: Π(1 + r) − 1; zero for none.
 *
 * ```ts
 * assert.equal(compoundReturn(Float64Array.of(0.1, 0.1)).toFixed(12), '0.210000000000')
 * ```
 */
export function compoundReturn(returns: Float64Array): number {
  return Math.expm1(sum(returns.map(Math.log1p)))
}

/**
 * Yearly rate of risk-free returns: Π(1 + f)^(A/n) − 1. Zero for none.
 *
 * @param returns per period, as fractions; shape [n]
 */
export function annualRate(returns: Float64Array, periodsPerYear: number): number {
  if (returns.length === 0) return 0
  return Math.expm1((sum(returns.map(Math.log1p)) * periodsPerYear) / returns.length)
}

/**
 * Returns above the risk-free ones: r_t − f_t.
 *
 * ```ts
 * assert.deepEqual(excessReturns(Float64Array.of(0.5, 0.25), 0.25), Float64Array.of(0.25, 0))
 * ```
 *
 * @param returns shape [n]
 * @param riskFree per period: one for all, or of shape [n]
 * @throws RangeError when the shapes differ
 */
export function excessReturns(returns: Float64Array, riskFree: number | Float64Array): Float64Array {
  if (typeof riskFree === 'number') return returns.map((value) => value - riskFree)
  if (riskFree.length !== returns.length) {
    throw new RangeError(
      `Cannot subtract risk-free returns: both need the same length, got ${returns.length} returns and ${riskFree.length} risk-free ones`,
    )
  }
  return returns.map((value, i) => value - riskFree[i]!)
}
