import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { frontier } from './frontier.ts'
import { degenerateFamilies, sample } from '../trial/degenerate-families.ts'
import { faultsIn } from '../trial/never-beaten.ts'
import { randomFrom } from '../trial/drawn-problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { maxSharpe } from './max-sharpe.ts'
import { minVolatility } from './min-volatility.ts'
import { passes } from '../certificate/residuals.ts'

describe('500 assets of 60 periods', () => {
  const n = 500
  const random = randomFrom(5)
  const problem = {
    covariance: sample(n, { periods: 60, seed: 3 }),
    expectedReturns: Float64Array.from({ length: n }, () => 0.2 * random()),
  }

  test('have a least volatility, a tangency and a target return, each proved', () => {
    for (const outcome of [
      minVolatility(problem),
      maxSharpe(problem, { riskFree: 0.01 }),
      efficientReturn(problem, { targetReturn: 0.15 }),
    ]) {
      assert.ok(outcome.status === 'optimal' || outcome.status === 'unbounded')
      if (outcome.status !== 'optimal') continue
      assert.ok(passes(outcome.certificate))
      const { weights } = outcome.portfolio
      assert.ok(weights.every((weight) => weight >= 0 && weight <= 1))
      assert.ok(Math.abs(weights.reduce((total, weight) => total + weight, 0) - 1) <= 1e-14 * Math.sqrt(n))
    }
  })

  test('have a frontier from which λ, return and volatility only rise', () => {
    const outcome = frontier(problem)
    assert.ok(outcome.status === 'optimal')
    outcome.corners.forEach((corner, k) => {
      const before = outcome.corners[k - 1]
      if (before === undefined) return
      assert.ok(corner.lambdaFrom >= before.lambdaTo && corner.return >= before.return - 1e-15)
      assert.ok(corner.volatility >= before.volatility - 1e-9)
    })
  })
})

describe('128 problems with tied means, duplicated assets and group caps', () => {
  const families = [
    'duplicated assets',
    'duplicated risks',
    'groups with one cap and tied means',
    'overlapping group caps',
  ] as const

  test('have answers to every objective, proved and not beaten', () => {
    for (let index = 0; index < 128; index++) {
      const n = 2 + (index % 13)
      const problem = degenerateFamilies(n, 1000 + index)[families[index % families.length]!]!
      assert.deepEqual(faultsIn(problem, index), [], `${families[index % families.length]}, ${n} assets, seed ${1000 + index}`)
    }
  })
})
