import { extendedExponential } from './exponential.ts'
import { extendedLogarithm } from './logarithm.ts'
import { productError } from './rounding-error.ts'

/**
 * x^y for x ≥ 0 with the same bits on every engine, wrong by less than one unit in the last place; exact where the result is a number.
 *
 * NaN for x < 0, also where y is whole, and for 1^±Infinity; 1 for y = 0. Uses nothing but + − · /, whereas the language leaves
 * `Math.pow` and `**` to the engine.
 *
 * ```ts
 * assert.equal(power(1.21, 0.5), 1.1)
 * ```
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1
  if (!(x > 0 && x < Infinity)) return atTheEnds(x, y)
  const { high, low } = extendedLogarithm(x)
  const product = y * high
  if (!(Math.abs(product) < 800)) return extendedExponential({ high: product, low: 0 })
  return extendedExponential({ high: product, low: productError(y, high, product) + y * low })
}

function atTheEnds(x: number, y: number): number {
  if (!(x >= 0) || Number.isNaN(y)) return Number.NaN
  return (x === 0) === y > 0 ? 0 : Infinity
}
