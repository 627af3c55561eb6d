import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { beta } from './beta.ts'
import { rollingBeta, rollingReturn, rollingSharpeRatio, rollingVolatility } from './rolling.ts'
import { sharpeRatio } from './sharpe-ratio.ts'
import { volatility } from './volatility.ts'

const point = fc.integer({ min: -999, max: 999 }).map((value) => value / 10_000)
const pairs = fc.array(fc.tuple(point, point), { maxLength: 60 })
const window = fc.integer({ min: 2, max: 20 })

function assertWindows(rolled: (number | null)[], direct: (from: number) => number | null): void {
  for (const [from, value] of rolled.entries()) {
    const expected = direct(from)
    if (value === null || expected === null) assert.equal(value, expected)
    else
      assert.ok(Math.abs(value - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), `${value} is not ${expected} at ${from}`)
  }
}

const nulls = (values: (number | null)[]): number[] => values.flatMap((value, i) => (value === null ? [i] : []))

describe('rolling measures', () => {
  test('equal the measure of each window', () => {
    fc.assert(
      fc.property(pairs, window, (drawn, length) => {
        const returns = Float64Array.from(drawn, ([value]) => value)
        const benchmark = Float64Array.from(drawn, ([, value]) => value)
        const options = { window: length, periodsPerYear: 252 }
        const part = (values: Float64Array, from: number): Float64Array => values.subarray(from, from + length)
        const sharpe = rollingSharpeRatio(returns, options)
        assert.equal(sharpe.length, Math.max(returns.length - length + 1, 0))
        assertWindows(sharpe, (from) => sharpeRatio(part(returns, from), 252))
        assertWindows(rollingVolatility(returns, options), (from) => volatility(part(returns, from), 252))
        assertWindows(rollingBeta([returns, benchmark], options), (from) => beta([part(returns, from), part(benchmark, from)]))
      }),
    )
  })

  test('are null in a window that does not vary, whatever came before it', () => {
    const returns = Float64Array.of(0.5, -0.5, 0.3, 0.1, 0.1, 0.1, 0.1, 0.2)
    const options = { window: 3, periodsPerYear: 252 }
    assert.deepEqual(nulls(rollingSharpeRatio(returns, options)), [3, 4])
    assert.deepEqual(nulls(rollingBeta([returns, returns], options)), [3, 4])
  })

  test('forget a crash that left the window', () => {
    const calm = Float64Array.from({ length: 40 }, (_, i) => (i % 3) / 1000)
    const crashed = Float64Array.of(-0.999_999, 5000, ...calm)
    const options = { window: 10, periodsPerYear: 252 }
    assertWindows(rollingSharpeRatio(crashed, options).slice(2), (from) => sharpeRatio(calm.subarray(from, from + 10), 252))
  })

  test('refuse a window without a deviation', () => {
    for (const length of [1, 0, 2.5]) {
      assert.throws(() => rollingVolatility(Float64Array.of(1, 2, 3), { window: length, periodsPerYear: 252 }), RangeError)
    }
  })

  test('the return of a window is the growth over it, and nothing grows out of zero', () => {
    assert.deepEqual(rollingReturn(Float64Array.of(4, 5, 2, 1, 0, 0, 0), { window: 2 }), [-0.5, -0.8, -1, -1, null])
    assert.deepEqual(rollingReturn(Float64Array.of(1, 2), { window: 2 }), [])
    assert.throws(() => rollingReturn(Float64Array.of(1, 2, 3), { window: 1 }), RangeError)
  })
})
