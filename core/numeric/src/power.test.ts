import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { power } from './power.ts'

describe('power', () => {
  test('is exact where the result is a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 4 }), (x, y) => {
        let product = 1
        for (let i = 0; i < y; i++) product *= x
        assert.equal(power(x, y), product)
        assert.equal(power(product, 1), product)
      }),
    )
    assert.equal(power(9, 0.5), 3)
    assert.equal(power(2, -1074), Number.MIN_VALUE)
  })

  test('at zero, infinity and beyond', () => {
    const cases: [number, number, number][] = [
      [0, 2, 0],
      [0, -2, Infinity],
      [Infinity, 0.5, Infinity],
      [Infinity, -0.5, 0],
      [0, 0, 1],
      [Number.NaN, 0, 1],
      [-2, 2, Number.NaN],
      [2, Number.NaN, Number.NaN],
      [0, Number.NaN, Number.NaN],
      [1, Infinity, Number.NaN],
      [2, Infinity, Infinity],
      [2, -Infinity, 0],
      [10, 400, Infinity],
      [10, -400, 0],
    ]
    for (const [x, y, expected] of cases) assert.equal(power(x, y), expected, `${x} to the ${y}`)
  })
})
