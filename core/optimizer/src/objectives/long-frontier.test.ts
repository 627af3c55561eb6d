import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Problem } from '../problem/problem.ts'
import { randomFrom } from '../trial/drawn-problem.ts'
import { frontier } from './frontier.ts'
import { minVolatility } from './min-volatility.ts'

const n = 150
const rounding = 1e-13

/** So many assets that the engine leaves gradients out for a while: a market, five styles, own risk. */
function manyAssets(seed: number, { own, styles }: { own: number; styles: number }): Problem {
  const random = randomFrom(seed)
  const loadings = Float64Array.from({ length: n * 6 }, (_, k) => (k % 6 === 0 ? 0.8 + 0.4 * random() : random() - 0.5) * styles)
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let f = 0; f < 6; f++) data[i * n + j] = data[i * n + j]! + loadings[i * 6 + f]! * loadings[j * 6 + f]!
    }
    data[i * (n + 1)] = data[i * (n + 1)]! + (own * (1 + 2 * random())) ** 2
  }
  return {
    covariance: { kind: 'dense', n, data },
    expectedReturns: Float64Array.from({ length: n }, () => 0.1 * random()),
  }
}

/** By how much weights miss what every optimum satisfies: marginal costs equal where free, not less at 0, not more at the cap. */
function missed({ covariance: { data }, expectedReturns }: Problem, { weights, lambda, cap }: Checked): number {
  const marginal = Array.from(weights, (_, i) => {
    let value = -lambda * expectedReturns![i]!
    for (let j = 0; j < n; j++) value += data[i * n + j]! * weights[j]!
    return value
  })
  const highest = Math.max(...marginal.filter((_, i) => weights[i]! > 1e-12))
  const lowest = Math.min(...marginal.filter((_, i) => weights[i]! < cap - 1e-12))
  return highest - lowest
}

interface Checked {
  weights: Float64Array
  lambda: number
  cap: number
}

const shapes = {
  'few assets become free': { own: 0.15, styles: 0.16 },
  'most assets become free': { own: 0.15, styles: 0.005 },
}

describe('a frontier of many assets', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    for (const cap of [1, 0.03]) {
      test(`has optimal corners: ${name}, at most ${cap} each`, () => {
        for (let seed = 1; seed <= 4; seed++) {
          const problem = { ...manyAssets(seed, shape), bounds: { lower: 0, upper: cap } }
          const outcome = frontier(problem)
          assert.ok(outcome.status === 'optimal')
          // Largest of the marginal costs that the walk came down from.
          const scale = 0.1 * Math.max(1, outcome.corners.at(-1)!.lambdaFrom)
          for (const { weights, lambdaFrom, volatility } of outcome.corners) {
            const miss = missed(problem, { weights, lambda: lambdaFrom, cap })
            assert.ok(miss <= rounding * scale, `seed ${seed} at ${lambdaFrom} by ${miss}`)
            assert.ok(Math.abs(weights.reduce((a, b) => a + b, 0) - 1) <= 10 * rounding * scale)
            assert.ok(volatility > 0)
          }
          const least = minVolatility(problem)
          assert.ok(least.status === 'optimal')
          const first = outcome.corners[0]!
          assert.ok(Math.abs(least.portfolio.volatility - first.volatility) <= 1e-14)
        }
      })
    }
  }
})
