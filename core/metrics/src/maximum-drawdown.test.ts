import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { maximumDrawdown, maximumDrawdownMetric } from './maximum-drawdown.ts'

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })

describe('maximumDrawdown', () => {
  test('finds the deepest fall, not the last or the lowest value', () => {
    assert.equal(maximumDrawdown(Float64Array.of(1, 4, 3, 8, 4, 16, 12)), 0.5)
  })

  test('counts a fall from the first value', () => assert.equal(maximumDrawdown(Float64Array.of(4, 3)), 0.25))

  test('is 0 without a fall and 1 when all is lost', () => {
    assert.equal(maximumDrawdown(Float64Array.of(1, 1, 2)), 0)
    assert.equal(maximumDrawdown(Float64Array.of(1, 2, 0)), 1)
  })

  test('is written with what is subtracted and divided apart', () => {
    assert.equal(maximumDrawdownMetric.definition.formula, '−(lowest of (V(t)/(highest V so far) − 1))')
  })

  test('lies within 0..1 and never shrinks when the run goes on', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1e6, noNaN: true }), (drawn, next) => {
        const path = Float64Array.of(1, ...drawn)
        const fall = maximumDrawdown(path)
        assert.ok(fall >= 0 && fall <= 1)
        assert.ok(maximumDrawdown(Float64Array.of(...path, next)) >= fall)
      }),
    )
  })
})
