import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { measure } from './measure.ts'

describe('timeWeightedReturnMetric', () => {
  test('ignores when money came and went', () => {
    // Doubles, halves, doubles; five times the first value is added at the top.
    const { values } = measure({
      index: Float64Array.of(1, 2, 1, 2),
      days: Int32Array.of(0, 365, 730, 1095),
      periodsPerYear: 252,
      riskFree: 0,
      benchmark: null,
      exposure: null,
      tradedShare: 0,
      flows: [{ session: 1, amount: 5 }],
      ruined: false,
      trials: null,
    })
    assert.equal(values.twr, 1)
    assert.equal(values.twr, values.total_return)
  })
})
