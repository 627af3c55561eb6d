import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bestReturn, worstReturn } from './extreme-returns.ts'

describe('bestReturn and worstReturn', () => {
  test('are the highest and the lowest', () => {
    const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
    assert.equal(bestReturn(returns), 0.03)
    assert.equal(worstReturn(returns), -0.02)
  })

  test('may have the same sign', () => assert.equal(bestReturn(Float64Array.of(-0.5, -0.25)), -0.25))

  test('are null for no returns', () => {
    assert.equal(bestReturn(Float64Array.of()), null)
    assert.equal(worstReturn(Float64Array.of()), null)
  })
})
