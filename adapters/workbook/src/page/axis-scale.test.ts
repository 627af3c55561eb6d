import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { axisDecimals, growthScale } from './axis-scale.ts'

describe('axisDecimals', () => {
  test('keeps neighboring labels apart', () => {
    assert.equal(axisDecimals([0, 1], 100), 0)
    assert.equal(axisDecimals([-0.012, 0], 100), 1)
    assert.equal(axisDecimals([0.98, 1.03], 1), 2)
    assert.equal(axisDecimals([-2.1, 3], 1), 0)
  })

  test('takes what does not vary, and nothing', () => {
    assert.equal(axisDecimals([5, 5], 1), 0)
    assert.equal(axisDecimals([], 100), 0)
  })

  test('has an end', () => assert.equal(axisDecimals([0, 1e-300], 1), 4))
})

describe('growthScale', () => {
  test('is logarithmic beyond the tenfold, from a round number below', () => {
    assert.deepEqual(growthScale([1, 0.93, 10.2]), { logBase: 10, min: 0.5 })
    assert.deepEqual(growthScale([100_000, 21_163_000]), { logBase: 10, min: 100_000 })
    assert.deepEqual(growthScale([1, 2, 0.2, 30]), { logBase: 10, min: 0.2 })
  })

  test('is plain up to the tenfold, and where something is lost whole', () => {
    assert.equal(growthScale([1, 10]), undefined)
    assert.equal(growthScale([1, 100, 0]), undefined)
    assert.equal(growthScale([]), undefined)
  })
})
