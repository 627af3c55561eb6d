import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { solution } from '../trial/solutions.ts'

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
})
