import { binaryExponent, powerOfTwo } from './binary-exponent.ts'
import { productError, sumError } from './rounding-error.ts'

/**
 * Natural logarithm with the same bits on every engine, wrong by less than 0.51 units in the last place.
 *
 * −Infinity at zero; NaN below. Uses nothing but + − · /, whereas the language leaves `Math.log` to the engine.
 *
 * ```ts
 * assert.equal(logarithm(10), 2.302585092994046)
 * ```
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN
  return x === Infinity ? x : extendedLogarithm(x).high
}

/** A number to about twice the usual precision: the sum of two. */
export interface ExtendedNumber {
  high: number
  low: number
}

/**
 * Natural logarithm to about 65 bits, which is what `power` needs: as x = 2^k·m with m near 1, ln x = k·ln 2 + 2·artanh(s) with
 * s = (m − 1)/(m + 1), by s + s³/3 + s⁵/5 + … whose first terms are kept to twice the precision.
 *
 * ```ts
 * const { high, low } = extendedLogarithm(2)
 * assert.deepEqual([high, low.toExponential(3)], [Math.LN2, '2.319e-17'])
 * ```
 *
 * @param x positive and finite
 */
export function extendedLogarithm(x: number): ExtendedNumber {
  let k = binaryExponent(x)
  let m = k < -1022 ? (x * 0x40_0000_0000_0000) / powerOfTwo(k + 54) : x / powerOfTwo(k)
  if (m > Math.SQRT2) {
    m /= 2
    k += 1
  }
  const above = m - 1
  const below = m + 1
  const s = above / below
  const whole = s * below
  const sLow = (above - whole - productError(s, below, whole) - s * sumError(m, 1, below)) / below

  const z = s * s
  const zLow = productError(s, s, z) + 2 * s * sLow
  const tail = z * seriesFromFifth(z)
  const factor = THIRD + tail
  const factorLow = THIRD - factor + tail + THIRD_LOW
  const cube = z * factor
  const cubeLow = productError(z, factor, cube) + z * factorLow + zLow * factor
  const rest = s * cube
  const restLow = productError(s, cube, rest) + s * cubeLow + sLow * cube

  const half = s + rest
  const halfLow = s - half + rest + (sLow + restLow)
  const ofExponent = k * LN2_HIGH
  const total = ofExponent + 2 * half
  const low = sumError(ofExponent, 2 * half, total) + (2 * halfLow + k * LN2_LOW)
  const high = total + low
  return { high, low: total - high + low }
}

/** 1/5 + z/7 + z²/9 + … for 0 ≤ z < 0.03. */
function seriesFromFifth(z: number): number {
  let value = 0
  for (const coefficient of INVERSES) value = value * z + coefficient
  return value
}

/** 1/27, 1/25, …, 1/5. */
const INVERSES = Array.from({ length: 12 }, (_, i) => 1 / (27 - 2 * i))
const THIRD = 1 / 3
const THIRD_LOW = 1.850371707708594e-17
/** The first 41 bits of ln 2, whose product with an exponent is exact, and the next 53. */
export const LN2_HIGH = 0.693147180559663
export const LN2_LOW = 2.8235290563031577e-13
