import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { roundedWeights } from './rounded-weights.ts'

const rounded = (weights: readonly number[], options: Parameters<typeof roundedWeights>[1]): number[] =>
  Array.from(roundedWeights(Float64Array.from(weights), options))

describe('roundedWeights', () => {
  test('rounds the largest remainders up, of equals the first', () => {
    assert.deepEqual(rounded([0.416, 0.397, 0.187], { decimals: 2 }), [0.41, 0.4, 0.19])
    assert.deepEqual(rounded([0.125, 0.125, 0.75], { decimals: 1 }), [0.1, 0.1, 0.8])
    assert.deepEqual(rounded([0.25, 0.25, 0.5], { decimals: 1 }), [0.3, 0.2, 0.5])
  })

  test('leaves weights that fit as they are', () => {
    assert.deepEqual(rounded([0.1, 0.2, 0.7], { decimals: 1 }), [0.1, 0.2, 0.7])
    assert.deepEqual(rounded([1], { decimals: 0 }), [1])
    assert.deepEqual(rounded([], { decimals: 2 }), [])
  })

  test('keeps the sum that the weights have, whatever it is, and shorts short', () => {
    assert.deepEqual(rounded([0.333333, -0.333333], { decimals: 2, cutoff: 0.01 }), [0.33, -0.33])
    assert.deepEqual(rounded([0.25, 0.15, 0.1], { decimals: 1 }), [0.3, 0.1, 0.1])
    assert.deepEqual(rounded([1.2004, -0.1997], { decimals: 3 }), [1.201, -0.2])
    assert.deepEqual(rounded([0.25, 0.25], { decimals: 2, budget: 1 }), [0.5, 0.5])
  })

  test('cuts off what is small, longs and shorts, and spreads it over the others by their size', () => {
    assert.deepEqual(rounded([0.6, 0.3, 0.05, 0.05], { decimals: 2, cutoff: 0.1 }), [0.67, 0.33, 0, 0])
    assert.deepEqual(rounded([0.5, -0.5, 0.04, -0.04], { decimals: 2, cutoff: 0.1, budget: 0 }), [0.5, -0.5, 0, 0])
    assert.deepEqual(rounded([0.8, -0.4, 0.06], { decimals: 2, cutoff: 0.1, budget: 0.46 }), [0.84, -0.38, 0])
  })

  test('sums to the budget to the last decimal and moves no weight by more than that', () => {
    const parts = fc.array(fc.integer({ min: -1000, max: 5000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 8 }), (drawn, decimals) => {
        const total = drawn.reduce((sum, part) => sum + part, 0)
        if (total <= 0) return
        const weights = drawn.map((part) => part / total)
        const units = rounded(weights, { decimals }).map((weight) => Math.round(weight * 10 ** decimals))
        assert.equal(
          units.reduce((sum, unit) => sum + unit, 0),
          10 ** decimals,
        )
        const moved = units.map((unit, i) => Math.abs(unit - weights[i]! * 10 ** decimals))
        assert.ok(moved.every((distance) => distance < 1 + 1e-6))
        assert.ok(units.every((unit, i) => drawn[i] !== 0 || unit === 0))
      }),
    )
  })

  test('sums to the budget with as many decimals as there are', () => {
    const weights = [-0.5497791302402687, -6.377526900974345, -0.6175921356812119]
    const units = rounded(weights, { decimals: 12, cutoff: 0.3 }).map((weight) => Math.round(weight * 1e12))
    assert.equal(
      units.reduce((sum, unit) => sum + unit, 0),
      -7_544_898_166_896,
    )
    assert.ok(units.every((unit, i) => Math.abs(unit - weights[i]! * 1e12) < 1.01))
  })

  test('refuses what cannot be done', () => {
    assert.throws(() => rounded([0.5, 0.5], { decimals: 1.5 }), { code: 'out_of_range', field: 'decimals' })
    assert.throws(() => rounded([0.5, 0.5], { decimals: 2, cutoff: -1 }), { code: 'out_of_range', field: 'cutoff' })
    assert.throws(() => rounded([0.5, 0.5], { decimals: 1, budget: 0.25 }), { code: 'out_of_range', field: 'budget' })
    assert.throws(() => rounded([0.5, 0.5], { decimals: 1, budget: Number.NaN }), { code: 'out_of_range', field: 'budget' })
    assert.throws(() => rounded([0.5, 0.5], { decimals: 1, cutoff: 0.6 }), { code: 'out_of_range', field: 'weights' })
    assert.throws(() => rounded([1e300, -1e300], { decimals: 12, budget: 0 }), { code: 'out_of_range', field: 'decimals' })
    assert.throws(() => rounded([0.5, Infinity], { decimals: 1 }), { code: 'not_finite', field: 'weights', index: 1 })
  })
})
