import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { commonUnit } from './common-unit.ts'

describe('commonUnit', () => {
  test('is the greatest common divisor of decimals', () => {
    assert.deepEqual([commonUnit([12, 18]), commonUnit([0.1, 0.25]), commonUnit([7]), commonUnit([])], [6, 0.05, 7, 0])
  })

  test('divides every value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 6 }),
        (counts, places) => {
          const values = counts.map((count) => count / 10 ** places)
          const unit = commonUnit(values)
          assert.ok(unit >= 10 ** -places * (1 - 1e-12))
          for (const value of values) assert.ok(Math.abs(value / unit - Math.round(value / unit)) <= (1e-15 * value) / unit)
        },
      ),
    )
  })
})
