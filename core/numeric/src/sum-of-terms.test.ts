import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sumOfTerms } from './sum-of-terms.ts'
import { sum } from './sum.ts'

describe('sumOfTerms', () => {
  test('is zero for no terms', () => {
    assert.equal(
      sumOfTerms(0, () => 1),
      0,
    )
  })

  test('equals the sum of an array of the same terms, to the bit', () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true }), (values) => {
        assert.equal(
          sumOfTerms(values.length, (i) => values[i]!),
          sum(values),
        )
      }),
    )
  })
})
