import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  zero,
} from './fraction.ts'

const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const anyFraction = fc
  .tuple(
    whole,
    whole.filter((value) => value !== 0n),
  )
  .map(([n, d]) => fraction(n, d))

describe('fractions', () => {
  test('stand in lowest terms over a positive denominator', () => {
    assert.deepEqual(fraction(6n, -4n), { numerator: -3n, denominator: 2n })
    assert.deepEqual(fraction(0n, -7n), zero)
    assert.throws(() => fraction(1n, 0n), { name: 'RangeError', message: /got 1\/0/ })
    assert.throws(() => divideFractions(fraction(1n), zero), RangeError)
  })

  test('form a field', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        assert.deepEqual(addFractions(a, b), addFractions(b, a))
        assert.deepEqual(subtractFractions(addFractions(a, b), b), a)
        assert.deepEqual(multiplyFractions(a, addFractions(b, c)), addFractions(multiplyFractions(a, b), multiplyFractions(a, c)))
        if (b.numerator !== 0n) assert.deepEqual(multiplyFractions(divideFractions(a, b), b), a)
        assert.equal(compareFractions(a, b), -compareFractions(b, a) + 0)
      }),
    )
  })
})
