import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bayesSteinExpectedReturns } from './bayes-stein-expected-returns.ts'

describe('bayesSteinExpectedReturns', () => {
  // Means 1 and 2, S = diag(8/7·1, 8/7·4) over eight rows.
  const rows = [1, -1].flatMap((a) =>
    [2, -2].flatMap((b) => [
      [1 + a, 2 + b],
      [1 + a, 2 + b],
    ]),
  )
  const returns = { kind: 'returns', t: 8, n: 2, data: Float64Array.from(rows.flat()) } as const

  test('matches the value worked out by hand', () => {
    // Least variance holds 4/5 and 1/5: b = 1.2. Σ = S·7/4 = diag(2, 8), d = 0.04/2 + 0.64/8 = 0.1, φ = 4/(4 + 0.8).
    const { expectedReturns, intensity } = bayesSteinExpectedReturns(returns, { periodsPerYear: 1 })
    assert.equal(intensity.toFixed(14), (5 / 6).toFixed(14))
    assert.deepEqual(
      Array.from(expectedReturns, (value) => value.toFixed(14)),
      [(1 + 5 * 1.2) / 6, (2 + 5 * 1.2) / 6].map((value) => value.toFixed(14)),
    )
  })

  test('needs more than N + 2 rows', () => {
    const short = { ...returns, t: 4, data: returns.data.slice(0, 8) }
    assert.throws(() => bayesSteinExpectedReturns(short, { periodsPerYear: 1 }), { code: 'empty' })
  })
})
