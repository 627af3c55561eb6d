import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sumOfProducts } from '@portofino/numeric'
import fc from 'fast-check'
import { covariances, dense } from '../trial/random-covariances.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'

describe('a row that is nearly the budget', () => {
  /** Durations, betas or returns around one level, and whether their floor can be held without short sales. */
  const drawn = covariances.chain((covariance) =>
    fc.record({
      covariance: fc.constant(covariance),
      steps: fc.array(fc.nat(100), { minLength: covariance.n, maxLength: covariance.n }),
      level: fc.constantFrom(0.05, 1, 5.9, 100),
      spread: fc.constantFrom(1e-1, 1e-3, 1e-5, 1e-7),
      share: fc.constantFrom(0.25, 0.5, 0.75, 1.25, 3),
    }),
  )

  test('can be held where its largest coefficient is enough, and else cannot', () => {
    fc.assert(
      fc.property(drawn, ({ covariance, steps, level, spread, share }) => {
        const coefficients = Float64Array.from(steps, (step) => level * (1 + (spread * step) / 100))
        const [least, most] = [Math.min(...coefficients), Math.max(...coefficients)]
        fc.pre(least < most)
        const lower = least + share * (most - least)
        const rows = [{ name: 'floor', coefficients, lower }]
        const expected = share <= 1 ? 'optimal' : 'infeasible'
        assert.equal(minVolatility({ covariance, rows }).status, expected)
        const benchmark = new Float64Array(covariance.n).fill(1 / covariance.n)
        const question = { benchmark, minReturn: lower }
        assert.equal(minTrackingError({ covariance, expectedReturns: coefficients }, question).status, expected)
      }),
    )
  })

  test('has its own multiplier and leaves the budget its own', () => {
    const covariance = dense([0.04, 0.01, 0.006], [0.01, 0.09, 0.02], [0.006, 0.02, 0.0225])
    const coefficients = Float64Array.of(5.91, 5.89, 5.87)
    const outcome = minVolatility({ covariance, rows: [{ name: 'duration', coefficients, lower: 5.895 }] })
    assert.ok(outcome.status === 'optimal')
    const { weights } = outcome.portfolio
    const [budget, duration] = ['budget', 'duration'].map(
      (name) => outcome.certificate.multipliers.find(({ reference }) => reference.name === name)!.value,
    )
    assert.ok(weights.every((weight) => weight > 0) && duration! > 0)
    for (let asset = 0; asset < 3; asset++) {
      const pull = sumOfProducts(covariance.data.subarray(3 * asset, 3 * asset + 3), weights)
      assert.ok(Math.abs(pull - budget! - duration! * coefficients[asset]!) <= 1e-13, `asset ${asset}`)
    }
  })
})
