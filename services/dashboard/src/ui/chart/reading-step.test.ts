import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingStep } from './reading-step.ts'

const to = (key: string, at: number): number | null => readingStep(key, at, 100)

test('keys lead by a day, by 21 days, to the ends, and never beyond', () => {
  assert.deepEqual([to('ArrowLeft', 50), to('ArrowRight', 50), to('PageUp', 50), to('PageDown', 50)], [49, 51, 29, 71])
  assert.deepEqual([to('Home', 50), to('End', 50), to('ArrowLeft', 0), to('PageDown', 99)], [0, 99, 0, 99])
  assert.equal(to('a', 50), null)
})
