import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fraction } from './fraction.ts'
import { decimalText, fractionNumber, fractionText, parseDecimal, parseFraction, roundedDecimalText } from './fraction-text.ts'

describe('fractions as text', () => {
  for (const text of ['', '.', '-', '1e3', '1,5', ' 1', '0x1', '1.2.3', '1_0', '٣']) {
    test(`"${text}" is no decimal`, () => assert.equal(parseDecimal(text), null))
  }

  test('decimals are read exactly and written without ballast', () => {
    assert.deepEqual(parseDecimal('0.10'), fraction(1n, 10n))
    assert.deepEqual(parseDecimal('-.5'), fraction(-1n, 2n))
    assert.equal(decimalText(fraction(-1n, 8n), 3), '-0.125')
    assert.equal(decimalText(fraction(1n, 8n), 2), null)
    assert.equal(decimalText(fraction(5n), 0), '5')
  })

  test('rounding goes to the nearest, halves away from zero', () => {
    assert.equal(roundedDecimalText(fraction(2n, 3n), 2), '0.67')
    assert.equal(roundedDecimalText(fraction(1n, 8n), 2), '0.13')
    assert.equal(roundedDecimalText(fraction(-1n, 8n), 2), '-0.13')
    assert.equal(roundedDecimalText(fraction(1n, 1000n), 2), '0')
  })

  test('fractions survive a round trip', () => {
    assert.equal(fractionText(fraction(4n, 2n)), '2')
    assert.equal(parseFraction('1/0'), null)
    assert.equal(parseFraction('1/x'), null)
    const part = fc.bigInt({ min: 1n, max: 10n ** 12n })
    fc.assert(
      fc.property(part, part, (n, d) => {
        assert.deepEqual(parseFraction(fractionText(fraction(n, d))), fraction(n, d))
      }),
    )
  })

  test('the number is the nearest double', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 }), (digits) => {
        assert.equal(fractionNumber(parseDecimal(`0.${digits}`)!), Number(`0.${digits}`))
      }),
    )
  })

  test('the number is the nearest double however long the fraction is, in lowest terms or not', () => {
    const factor = fc.bigInt({ min: 10n ** 20n, max: 10n ** 3000n })
    const part = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
    fc.assert(
      fc.property(part, part, factor, (n, d, by) => {
        assert.equal(fractionNumber({ numerator: -BigInt(n) * by, denominator: BigInt(d) * by }), -n / d)
      }),
    )
    assert.equal(fractionNumber(fraction(1n, 10n ** 400n)), 0)
    assert.equal(fractionNumber(fraction(10n ** 400n)), Infinity)
  })
})
