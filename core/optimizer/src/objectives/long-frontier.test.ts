import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cornerResiduals } from '../trial/corner-residuals.ts'
import { factorProblem, factorShapes } from '../trial/factor-problem.ts'
import { frontier } from './frontier.ts'
import { minVolatility } from './min-volatility.ts'

/** So many assets that the engine leaves gradients out for a while. */
const n = 150

describe('a frontier of many assets', () => {
  for (const [name, shape] of Object.entries(factorShapes)) {
    // Without as many days as assets, free assets are nearly dependent in the end.
    const rounding = shape.days === null ? 2e-14 : 1e-12
    for (const upper of [1, 0.03]) {
      test(`has optimal corners: ${name}, at most ${upper} each`, () => {
        for (let seed = 1; seed <= 3; seed++) {
          const problem = { ...factorProblem(n, seed, shape), bounds: { lower: 0, upper } }
          const outcome = frontier(problem)
          assert.ok(outcome.status === 'optimal')
          for (const corner of outcome.corners) {
            const { budget, bound, marginal } = cornerResiduals(problem, corner)
            assert.ok(budget <= 1e-14 * Math.sqrt(n), `seed ${seed} at ${corner.lambdaFrom}: budget missed by ${budget}`)
            assert.ok(bound <= 0 && marginal <= rounding, `seed ${seed} at ${corner.lambdaFrom}: ${bound}, ${marginal}`)
            assert.ok(shape.days !== null || corner.volatility > 0)
          }
          const least = minVolatility(problem)
          assert.ok(least.status === 'optimal')
          const apart = Math.abs(least.portfolio.volatility - outcome.corners[0]!.volatility)
          assert.ok(apart <= 1e-14 || least.portfolio.volatility < 1e-8, `seed ${seed}: ${apart}`)
        }
      })
    }
  }
})
