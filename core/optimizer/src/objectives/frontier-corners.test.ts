import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cornerResiduals } from '../trial/corner-residuals.ts'
import { drawnProblem } from '../trial/drawn-problem.ts'
import { factorProblem, factorShapes } from '../trial/factor-problem.ts'
import { frontier } from './frontier.ts'

const n = 20
const bounds = [
  { lower: 0, upper: 1 },
  { lower: 0, upper: 0.15 },
  { lower: -0.1, upper: 1 },
]

describe('each corner of a frontier', () => {
  for (const [name, shape] of Object.entries(factorShapes)) {
    for (const each of bounds) {
      test(`proves itself: ${name}, from ${each.lower} to ${each.upper} each`, () => {
        for (let seed = 1; seed <= 40; seed++) {
          const problem = { ...factorProblem(n, seed, shape), bounds: each }
          const outcome = frontier(problem)
          assert.ok(outcome.status === 'optimal')
          outcome.corners.forEach((corner, k) => {
            const { budget, bound, marginal } = cornerResiduals(problem, corner)
            assert.ok(budget <= 1e-14 * Math.sqrt(n), `seed ${seed}, corner ${k}: budget missed by ${budget}`)
            assert.ok(bound <= 0, `seed ${seed}, corner ${k}: ${bound} beyond a bound`)
            assert.ok(marginal <= 1e-12, `seed ${seed}, corner ${k}: marginal costs ${marginal} apart`)
            assert.ok(k === 0 || corner.return > outcome.corners[k - 1]!.return, `seed ${seed}, corner ${k}: return falls`)
          })
        }
      })
    }
  }

  test('keeps bounds and the budget under limits of every kind: 300 small problems', () => {
    fc.assert(
      fc.property(drawnProblem, (problem) => {
        const outcome = frontier(problem)
        if (outcome.status !== 'optimal') return assert.equal(outcome.status, 'infeasible')
        const { lower, upper } = problem.bounds as { lower: number; upper: number }
        for (const { weights } of outcome.corners) {
          const missed = Math.abs(weights.reduce((total, weight) => total + weight, 0) - 1)
          assert.ok(missed <= 1e-14 * Math.sqrt(weights.length), `budget missed by ${missed}`)
          assert.ok(weights.every((weight) => weight >= lower && weight <= upper))
        }
      }),
      { numRuns: 300 },
    )
  })
})
