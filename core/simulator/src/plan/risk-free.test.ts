import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { riskFreeReturns } from './risk-free.ts'

describe('riskFreeReturns', () => {
  test('compounds the yield of the session before to one session', () => {
    const returns = riskFreeReturns({ kind: 'yields', percent: Float64Array.of(0, 5, 7) }, 252)
    assert.deepEqual(returns, Float64Array.of(0, 1.05 ** (1 / 252) - 1))
  })

  test('leaves a yearly rate to the measures', () => {
    assert.equal(riskFreeReturns({ kind: 'rate', rate: 0.03 }, 252), 0.03)
  })
})
