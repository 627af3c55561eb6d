import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { binaryExponent, powerOfTwo } from './binary-exponent.ts'

describe('powerOfTwo', () => {
  test('over the whole range', () => {
    for (let k = -1022; k <= 1023; k++) assert.equal(powerOfTwo(k), 2 ** k)
  })
})

describe('binaryExponent', () => {
  test('at the ends of the range', () => {
    assert.equal(binaryExponent(Number.MIN_VALUE), -1074)
    assert.equal(binaryExponent(-Number.MAX_VALUE), 1023)
    assert.equal(binaryExponent(2 ** -1022), -1022)
  })

  test('puts every number between two powers of two', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        const power = powerOfTwo(binaryExponent(x))
        assert.ok(power <= x && x / 2 < power)
      }),
    )
  })
})
