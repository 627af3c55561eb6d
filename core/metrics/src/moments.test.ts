import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { moments } from './moments.ts'

describe('moments', () => {
  test('matches the values worked out by hand', () => {
    // Distances from the mean 2: -1, -1, 2; squares 6, cubes 6, fourths 18; variance 2.
    const { count, mean, deviation, skewness, excessKurtosis, largest } = moments(Float64Array.of(1, 1, 4))
    assert.deepEqual([count, mean, largest], [3, 2, 4])
    assert.equal(deviation.toFixed(14), Math.sqrt(3).toFixed(14))
    assert.equal(skewness?.toFixed(14), (2 / 2 ** 1.5).toFixed(14))
    assert.equal(excessKurtosis?.toFixed(14), (6 / 4 - 3).toFixed(14))
  })

  test('has no shape without spread', () => {
    const none = { count: 0, mean: 0, deviation: 0, largest: 0, skewness: null, excessKurtosis: null }
    assert.deepEqual(moments(Float64Array.of()), none)
    assert.deepEqual(moments(Float64Array.of(-0.5)), { ...none, count: 1, mean: -0.5, largest: 0.5 })
  })

  test('keeps the shape of tiny returns', () => {
    const tiny = Float64Array.of(1e-9, 1e-9, 4e-9)
    assert.equal(moments(tiny).skewness?.toFixed(9), moments(Float64Array.of(1, 1, 4)).skewness?.toFixed(9))
  })

  test('keeps small deviations beside a large mean', () => {
    const values = Float64Array.of(1e8 + 0.25, 1e8 - 0.25, 1e8 + 0.25, 1e8 - 0.25)
    assert.equal(moments(values).deviation, Math.sqrt(0.25 / 3))
  })

  test('passes moments through', () => {
    const known = moments(Float64Array.of(1, 2))
    assert.equal(moments(known), known)
  })
})
