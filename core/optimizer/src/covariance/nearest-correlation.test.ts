import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { nearestCorrelation } from './nearest-correlation.ts'

describe('nearestCorrelation', () => {
  test('the three rows of Higham 2002, section 4', () => {
    const actual = nearestCorrelation(Float64Array.of(1, 1, 0, 1, 1, 1, 0, 1, 1), 3)
    const published = ['1.0000', '0.7607', '0.1573', '0.7607', '1.0000', '0.7607', '0.1573', '0.7607', '1.0000']
    assert.deepEqual(
      Array.from(actual, (value) => value.toFixed(4)),
      published,
    )
  })

  test('the four rows of NAG g02aa', () => {
    const actual = nearestCorrelation(Float64Array.of(2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2), 4)
    const published = ['1.0000', '-0.8084', '0.1916', '0.1068', '-0.8084', '1.0000', '-0.6562', '0.1916']
    assert.deepEqual(
      Array.from(actual.subarray(0, 8), (value) => value.toFixed(4)),
      published,
    )
  })

  test('of a correlation matrix is that matrix', () => {
    const given = Float64Array.of(1, 0.5, 0.5, 1)
    const actual = nearestCorrelation(given, 2)
    for (const [at, value] of given.entries()) assert.ok(Math.abs(actual[at]! - value) < 1e-15)
  })
})
