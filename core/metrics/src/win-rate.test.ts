import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { winRate } from './win-rate.ts'

describe('winRate', () => {
  test('does not count a return of zero as a win', () => assert.equal(winRate(Float64Array.of(0.01, 0, -0.01, 0.5)), 0.5))

  test('is null for no returns', () => assert.equal(winRate(Float64Array.of()), null))
})
