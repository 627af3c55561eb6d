import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { extendedLogarithm, logarithm } from './logarithm.ts'

describe('logarithm', () => {
  test('is exact at one and ends at −Infinity, Infinity and NaN', () => {
    const ends = [1, 0, -0, Infinity, -1, -Infinity, Number.NaN]
    assert.deepEqual(ends.map(logarithm), [0, -Infinity, -Infinity, Infinity, Number.NaN, Number.NaN, Number.NaN])
  })

  test('of an inverse power of two is the exact opposite', () => {
    for (let k = -1022; k <= 1022; k++) assert.equal(logarithm(2 ** -k), 0 - logarithm(2 ** k))
  })

  test('never falls', () => {
    const x = fc.double({ min: 0, noNaN: true })
    fc.assert(fc.property(x, x, (a, b) => assert.ok(logarithm(Math.min(a, b)) <= logarithm(Math.max(a, b)))))
  })
})

describe('extendedLogarithm', () => {
  test('adds what rounding leaves out', () => {
    // mpmath 1.4.1: ln 10 less its nearest double.
    const { high, low } = extendedLogarithm(10)
    assert.equal(high, Math.LN10)
    assert.ok(Math.abs(low / -2.1707562233822494e-16 - 1) < 1e-3)
  })
})
