import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ulcerPerformanceIndex } from './ulcer-performance-index.ts'

describe('ulcerPerformanceIndex', () => {
  test('divides the growth above the risk-free rate, in points, by the ulcer index', () => {
    assert.equal(ulcerPerformanceIndex({ growth: 0.375, riskFree: 0.125, ulcer: 5 }), 5)
  })

  test('is null when the ulcer index is zero', () => {
    assert.equal(ulcerPerformanceIndex({ growth: 0.375, riskFree: 0, ulcer: 0 }), null)
  })
})
