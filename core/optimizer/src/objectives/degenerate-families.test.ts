import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { degenerateFamilies } from '../trial/degenerate-families.ts'
import { faultsIn } from '../trial/never-beaten.ts'

describe('degenerate problems', () => {
  for (const name of Object.keys(degenerateFamilies(4, 1))) {
    test(`${name}: every objective is answered and proved`, () => {
      for (const n of [1, 2, 3, 4, 7, 10]) {
        const problem = degenerateFamilies(n, 11 * n)[name]!
        assert.deepEqual(faultsIn(problem, n), [], `${n} assets`)
      }
    })
  }
})
