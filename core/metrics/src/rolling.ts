import { beta } from './beta.ts'
import type { JointMoments } from './joint-moments.ts'
import type { Moments } from './moments.ts'
import { sharpeRatio } from './sharpe-ratio.ts'
import { checkWindow, slidingMoments } from './sliding-moments.ts'
import { volatility } from './volatility.ts'

/** How far a rolling measure looks back. */
export interface RollingOptions {
  /** Number of returns, at least 2. */
  window: number
  periodsPerYear: number
}

/**
 * Sharpe ratio of each run of `window` returns; null where undefined. Equal to `sharpeRatio` of the same returns within
 * 1e-12, in time linear in their number whatever the window.
 *
 * ```ts
 * const excess = Float64Array.of(0.01, 0.02, -0.01, 0.03)
 * const rolling = rollingSharpeRatio(excess, { window: 3, periodsPerYear: 252 })
 * assert.equal(rolling.length, 2)
 * assert.equal(rolling[1]?.toFixed(9), sharpeRatio(excess.subarray(1), 252)?.toFixed(9))
 * ```
 *
 * @param excess returns above the risk-free ones, as fractions; shape [n]
 * @returns shape [n − window + 1]; entry i looks back from return window − 1 + i; empty for fewer returns
 * @throws RangeError for a window below 2 or not whole
 */
export function rollingSharpeRatio(excess: Float64Array, { window, periodsPerYear }: RollingOptions): (number | null)[] {
  return slidingMoments([excess, excess], window).map((joint) => sharpeRatio(single(joint), periodsPerYear))
}

/** Volatility of each run of `window` returns, otherwise like `rollingSharpeRatio`. */
export function rollingVolatility(returns: Float64Array, { window, periodsPerYear }: RollingOptions): (number | null)[] {
  return slidingMoments([returns, returns], window).map((joint) => volatility(single(joint), periodsPerYear))
}

/**
 * Beta of each run of `window` returns, otherwise like `rollingSharpeRatio`.
 *
 * @param excess returns above the risk-free ones, of portfolio and benchmark, matched by date; shape [n] each
 * @throws RangeError for a window below 2 or not whole, or when the two differ in length
 */
export function rollingBeta(
  excess: readonly [portfolio: Float64Array, benchmark: Float64Array],
  { window }: Pick<RollingOptions, 'window'>,
): (number | null)[] {
  return slidingMoments(excess, window).map((joint) => beta(joint))
}

/**
 * Growth over each run of `window` returns: V_t/V_{t−window} − 1, not annualized. Null out of a value of zero.
 *
 * ```ts
 * assert.deepEqual(rollingReturn(Float64Array.of(1, 2, 1, 3), { window: 2 }), [0, 0.5])
 * ```
 *
 * @param index not negative; shape [n + 1]
 * @returns shape [n − window + 1], as of `rollingSharpeRatio` of its returns
 * @throws RangeError for a window below 2 or not whole
 */
export function rollingReturn(index: Float64Array, { window }: Pick<RollingOptions, 'window'>): (number | null)[] {
  checkWindow(window)
  return Array.from(index.subarray(window), (value, i) => (index[i] === 0 ? null : value / index[i]! - 1))
}

function single({ count, mean, variance, largest }: JointMoments): Moments {
  return { count, mean, deviation: Math.sqrt(variance), skewness: null, excessKurtosis: null, largest }
}
