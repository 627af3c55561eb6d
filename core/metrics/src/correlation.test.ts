import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { correlation } from './correlation.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('correlation', () => {
  test('matches the value worked out by hand', () => {
    assert.equal(correlation([returns, benchmark])?.toFixed(12), (0.0013 / Math.sqrt(0.0017 * 0.001)).toFixed(12))
  })

  test('is 1 and -1 for a copy and its mirror image', () => {
    assert.equal(correlation([returns, returns])?.toFixed(14), '1.00000000000000')
    assert.equal(correlation([returns, returns.map((value) => -value)])?.toFixed(14), '-1.00000000000000')
  })

  test('is null when one of the two does not vary', () => {
    const flat = returns.map(() => 0.01)
    assert.equal(correlation([returns, flat]), null)
    assert.equal(correlation([flat, returns]), null)
    const almostFlat = returns.map((value) => 0.01 + value * 1e-14)
    assert.equal(correlation([returns, almostFlat]), null)
    assert.equal(correlation([almostFlat, returns]), null)
  })

  test('lies within -1..1 and does not depend on which comes first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 })), { minLength: 2 }),
        (drawn) => {
          const first = Float64Array.from(drawn, ([value]) => value / 1000)
          const second = Float64Array.from(drawn, ([, value]) => value / 1000)
          const value = correlation([first, second])
          if (value === null) return
          assert.ok(Math.abs(value) <= 1)
          assert.ok(Math.abs(value - correlation([second, first])!) < 1e-14)
        },
      ),
    )
  })
})
