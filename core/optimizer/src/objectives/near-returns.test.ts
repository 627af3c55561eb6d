import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sumOfProducts } from '@portofino/numeric'
import fc from 'fast-check'
import { covariances, dense } from '../trial/random-covariances.ts'
import type { Corner } from './frontier.ts'
import { frontier } from './frontier.ts'
import { efficientRisk } from './efficient-risk.ts'
import { maxUtility } from './max-utility.ts'
import { minVolatility } from './min-volatility.ts'

const threeAssets = dense([0.04, 0.01, 0.006], [0.01, 0.09, 0.02], [0.006, 0.02, 0.0225])

function cornersOf(problem: Parameters<typeof frontier>[0]): Corner[] {
  const outcome = frontier(problem)
  assert.ok(outcome.status === 'optimal')
  return outcome.corners
}

test('a return that all assets earn moves no corner, however near their returns are', () => {
  const drawn = covariances.chain((covariance) =>
    fc.record({
      covariance: fc.constant(covariance),
      steps: fc.array(fc.nat(63), { minLength: covariance.n, maxLength: covariance.n }),
      sign: fc.constantFrom(1, -1),
    }),
  )
  fc.assert(
    fc.property(drawn, ({ covariance, steps, sign }) => {
      const scale = 2 ** -45
      const near = cornersOf({ covariance, expectedReturns: Float64Array.from(steps, (step) => sign * (1 + step * scale)) })
      const least = Math.min(...steps)
      const apart = cornersOf({ covariance, expectedReturns: Float64Array.from(steps, (step) => sign * (step - least)) })
      assert.deepEqual(
        near.map(({ weights, lambdaFrom, lambdaTo }) => ({
          weights,
          lambdaFrom: lambdaFrom * scale,
          lambdaTo: lambdaTo * scale,
        })),
        apart.map(({ weights, lambdaFrom, lambdaTo }) => ({ weights, lambdaFrom, lambdaTo })),
      )
    }),
    { numRuns: 60 },
  )
})

test('returns that only rounding tells apart have a frontier from the least volatility up', () => {
  const least = minVolatility({ covariance: threeAssets })
  assert.ok(least.status === 'optimal')
  for (const expectedReturns of [Float64Array.of(0.1 + 0.2, 0.3, 0.3), Float64Array.of(0.07 * 1.1, 0.077, 0.077)]) {
    const [first, ...others] = cornersOf({ covariance: threeAssets, expectedReturns })
    assert.ok(Math.abs(first!.volatility - least.portfolio.volatility) <= 1e-15)
    assert.deepEqual([...others.at(-1)!.weights], [1, 0, 0])
  }
})

test('a volatility is had exactly, however near returns are', () => {
  for (const apart of [1e-3, 1e-9, 1e-11, 1e-13]) {
    const expectedReturns = Float64Array.of(0.05, 0.05 + apart, 0.05 + 3 * apart)
    const outcome = efficientRisk({ covariance: threeAssets, expectedReturns }, { targetVolatility: 0.145, sense: 'equal' })
    assert.ok(outcome.status === 'optimal')
    assert.ok(Math.abs(outcome.portfolio.volatility - 0.145) <= 1e-15, `${apart} apart: ${outcome.portfolio.volatility}`)
  }
})

test('the multiplier of the budget is that of returns as they were given', () => {
  const expectedReturns = Float64Array.of(0.05, 0.052, 0.054)
  const outcome = maxUtility({ covariance: threeAssets, expectedReturns }, { riskAversion: 4 })
  assert.ok(outcome.status === 'optimal')
  const { weights } = outcome.portfolio
  assert.ok(weights.every((weight) => weight > 0))
  const [budget] = outcome.certificate.multipliers
  assert.equal(budget?.reference.kind, 'budget')
  for (let asset = 0; asset < 3; asset++) {
    const risk = sumOfProducts(threeAssets.data.subarray(3 * asset, 3 * asset + 3), weights)
    assert.ok(Math.abs(risk - expectedReturns[asset]! / 4 - budget.value) <= 1e-15, `asset ${asset}`)
  }
})
