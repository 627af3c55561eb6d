import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { simpleReturns } from './simple-returns.ts'

describe('simpleReturns', () => {
  test('has one return less than values', () => {
    assert.deepEqual(simpleReturns(Float64Array.of(1, 1.5, 0.75)), Float64Array.of(0.5, -0.5))
  })

  test('goes on at 0 once all is lost', () => {
    assert.deepEqual(simpleReturns(Float64Array.of(1, 0, 0)), Float64Array.of(-1, 0))
  })

  test('is empty for one value or none', () => {
    assert.equal(simpleReturns(Float64Array.of(1)).length, 0)
    assert.equal(simpleReturns(Float64Array.of()).length, 0)
  })
})
