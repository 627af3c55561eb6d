import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { solution } from '../trial/solutions.ts'
import { minVolatility } from './min-volatility.ts'

/** All arrays of numbers within a value. */
function arraysIn(value: unknown): Float64Array[] {
  if (value instanceof Float64Array) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(arraysIn) : []
}

describe('answers', () => {
  test('are arrays with memory of their own: they hold nothing else, and can be sent to another thread', () => {
    for (let index = 0; index < 48; index++) {
      const arrays = arraysIn(solution(index))
      for (const array of arrays) assert.equal(array.buffer.byteLength, array.byteLength, `solution ${index}`)
    }
  })

  test('have the multipliers that they were found with, though the bounds of the problem change before these are read', () => {
    const upper = Float64Array.of(0.4, 1)
    const outcome = minVolatility({ covariance: dense([0.01, 0], [0, 0.04]), bounds: { upper } })
    assert.ok(outcome.status === 'optimal')
    upper.fill(9)
    const names = outcome.certificate.multipliers.map(({ reference: { kind, name } }) => `${kind} ${name}`)
    assert.deepEqual(names, ['budget budget', 'upper asset 0'])
  })
})
