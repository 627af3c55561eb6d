import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { timeUnderWater } from './time-under-water.ts'

describe('timeUnderWater', () => {
  test('counts the sessions below an earlier high, not those at it', () => {
    assert.equal(timeUnderWater(Float64Array.of(1, 2, 1, 1.5, 2)), 0.5)
  })

  test('is all of a single fall', () => assert.equal(timeUnderWater(Float64Array.of(2, 1)), 1))

  test('is null for a single value', () => assert.equal(timeUnderWater(Float64Array.of(1)), null))
})
