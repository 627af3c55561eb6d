import { powerOfTwo } from './binary-exponent.ts'
import { LN2_HIGH, LN2_LOW } from './logarithm.ts'
import type { ExtendedNumber } from './logarithm.ts'
import { sumError } from './rounding-error.ts'

/**
 * e^x with the same bits on every engine, wrong by less than 0.7 units in the last place.
 *
 * Zero below −745.2, Infinity above 709.8. Uses nothing but + − · /, whereas the language leaves `Math.exp` to the engine.
 *
 * ```ts
 * assert.equal(exponential(1), Math.E)
 * ```
 */
export function exponential(x: number): number {
  return extendedExponential({ high: x, low: 0 })
}

/**
 * e^(high + low): with x = k·ln 2 + r and |r| ≤ ½ ln 2, it is 2^k·e^r by the series of e^r.
 *
 * ```ts
 * assert.equal(extendedExponential({ high: Math.LN2, low: 2.3190468138462996e-17 }), 2)
 * ```
 *
 * @param x low far smaller than high
 */
export function extendedExponential({ high, low }: ExtendedNumber): number {
  if (high > 710) return Infinity
  if (high < -746) return 0
  if (Number.isNaN(high)) return high
  const k = Math.floor(high / LN2_HIGH + 0.5)
  const reduced = high - k * LN2_HIGH
  const correction = low - k * LN2_LOW
  const r = reduced + correction
  const rLow = sumError(reduced, correction, r)

  const sum = 1 + r
  const rest = 1 - sum + r + (r * r * seriesFromHalf(r) + (rLow + rLow * r))
  // In two steps, because 2^k alone may be beyond the numbers where the result is not; the first is exact.
  const firstHalf = Math.floor(k / 2)
  return (sum + rest) * powerOfTwo(firstHalf) * powerOfTwo(k - firstHalf)
}

/** 1/2! + r/3! + r²/4! + … */
function seriesFromHalf(r: number): number {
  let value = 0
  for (const coefficient of INVERSE_FACTORIALS) value = value * r + coefficient
  return value
}

/** 1/14!, 1/13!, …, 1/2!; the factorials are exact. */
const INVERSE_FACTORIALS = Array.from({ length: 13 }, (_, i) => {
  let factorial = 1
  for (let factor = 2; factor <= 14 - i; factor++) factorial *= factor
  return 1 / factorial
})
