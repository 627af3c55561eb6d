import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { drawnProblem } from '../trial/drawn-problem.ts'
import { faultsIn } from '../trial/never-beaten.ts'

describe('every objective', () => {
  test('keeps to all limits, proves its answer, and is never beaten by other allowed weights: 300 small problems', () => {
    fc.assert(
      fc.property(drawnProblem, fc.integer(), (problem, seed) => assert.deepEqual(faultsIn(problem, seed), [])),
      { numRuns: 300 },
    )
  })
})
