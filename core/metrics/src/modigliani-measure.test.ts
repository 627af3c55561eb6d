import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { modiglianiMeasure } from './modigliani-measure.ts'

describe('modiglianiMeasure', () => {
  test('scales the Sharpe ratio to the benchmark’s volatility', () => {
    assert.equal(modiglianiMeasure({ sharpe: 0.5, benchmarkVolatility: 0.25, riskFree: 0.125 }), 0.25)
  })
})
