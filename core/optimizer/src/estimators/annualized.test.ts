import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { annualized, compoundGrowth } from './annualized.ts'
import type { Annualization } from './annualized.ts'

const place = { field: 'returns', asset: 'A' }

describe('annualized', () => {
  test('compounds or multiplies', () => {
    assert.equal(annualized(0.5, { annualization: 'compound', periodsPerYear: 3 }, place), 2.375)
    assert.equal(annualized(0.5, { annualization: 'arithmetic', periodsPerYear: 3 }, place), 1.5)
  })

  test('refuses an unknown form, and growth that is no number', () => {
    const unknown = 'simple' as Annualization
    assert.throws(() => annualized(0, { annualization: unknown, periodsPerYear: 1 }, place), { field: 'annualization' })
    for (const mean of [-1.5, 1]) {
      assert.throws(() => annualized(mean, { annualization: 'compound', periodsPerYear: 105_120 }, place), {
        code: 'out_of_range',
        asset: 'A',
      })
    }
  })
})

describe('compoundGrowth', () => {
  test('of years is their geometric mean', () => {
    assert.equal(compoundGrowth(Float64Array.of(1, 0, 0.125), 1, place).toFixed(15), (2.25 ** (1 / 3) - 1).toFixed(15))
  })

  test('does not lose small returns over many periods', () => {
    // mpmath 1.4.1: (1 + r)^105120 − 1, r the double nearest to 1e-7.
    const growth = compoundGrowth(new Float64Array(1_051_200).fill(1e-7), 105_120, place)
    assert.ok(Math.abs(growth / 0.01056744465045377 - 1) < 1e-13, String(growth))
  })

  test('is −1 after a total loss, and refuses more than that', () => {
    assert.equal(compoundGrowth(Float64Array.of(0.5, -1, 3), 12, place), -1)
    assert.throws(() => compoundGrowth(Float64Array.of(-1.1), 12, place), { code: 'out_of_range', asset: 'A' })
  })

  test('refuses growth beyond the numbers', () => {
    assert.throws(() => compoundGrowth(new Float64Array(400).fill(9), 12, place), { code: 'out_of_range' })
  })
})
