import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { annualRate, compoundReturn, excessReturns, ratePerPeriod } from './risk-free.ts'

describe('rates', () => {
  test('a rate per period compounds to the yearly one', () => {
    assert.equal(ratePerPeriod(0, 252), 0)
    assert.equal(((1 + ratePerPeriod(0.05, 252)) ** 252).toFixed(12), '1.050000000000')
    assert.equal(ratePerPeriod(0.21, 2).toFixed(14), '0.10000000000000')
  })

  test('compounding returns and annualizing them go back', () => {
    const daily = Float64Array.from({ length: 504 }, () => ratePerPeriod(-0.02, 252))
    assert.equal(annualRate(daily, 252).toFixed(14), '-0.02000000000000')
    assert.equal(compoundReturn(daily).toFixed(14), (0.98 ** 2 - 1).toFixed(14))
  })

  test('none compound to zero', () => {
    assert.equal(compoundReturn(Float64Array.of()), 0)
    assert.equal(annualRate(Float64Array.of(), 252), 0)
  })
})

describe('excessReturns', () => {
  test('subtracts one rate or each session’s', () => {
    assert.deepEqual(excessReturns(Float64Array.of(0.5, 0.25), 0.125), Float64Array.of(0.375, 0.125))
    assert.deepEqual(excessReturns(Float64Array.of(0.5, 0.25), Float64Array.of(0.5, 0)), Float64Array.of(0, 0.25))
  })

  test('refuses lists of different lengths', () => {
    assert.throws(() => excessReturns(Float64Array.of(0.5, 0.25), Float64Array.of(0.5)), RangeError)
  })
})
