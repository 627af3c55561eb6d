import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DenseCovariance } from './dense-covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import { efficientReturn } from '../objectives/efficient-return.ts'
import { frontier } from '../objectives/frontier.ts'
import { maxSharpe } from '../objectives/max-sharpe.ts'
import { minTrackingError } from '../objectives/min-tracking-error.ts'
import { minVolatility } from '../objectives/min-volatility.ts'
import { targetSharpe } from '../objectives/target-sharpe.ts'
import { dense } from '../trial/random-covariances.ts'
import { sealedCovariance } from './sealed-covariance.ts'

/** Correlations that cannot be: its smallest eigenvalue is 0.04·(1 − √2). */
const impossible = dense([0.04, 0.04, 0], [0.04, 0.04, 0.04], [0, 0.04, 0.04])
const lacks = 0.04 * (1 - Math.SQRT2)
const expectedReturns = Float64Array.of(0.05, 0.08, 0.06)

/** The impossible assets between others without correlation. */
function among(others: number): DenseCovariance {
  const n = 3 + others
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) data[i * n + j] = i < 3 && j < 3 ? impossible.data[i * 3 + j]! : i === j ? 0.09 : 0
  }
  return { kind: 'dense', n, data }
}

function isRefusal(error: unknown): boolean {
  return error instanceof OptimizerInputError && error.code === 'not_positive_semidefinite' && error.field === 'covariance'
}

describe('a covariance with a negative eigenvalue', () => {
  test('is refused by every objective', () => {
    const problem = { covariance: impossible, expectedReturns }
    assert.throws(() => minVolatility(problem), isRefusal)
    assert.throws(() => maxSharpe(problem, { riskFree: 0.01 }), isRefusal)
    assert.throws(() => targetSharpe(problem, { riskFree: 0.01, target: 0.2 }), isRefusal)
    assert.throws(() => efficientReturn(problem, { targetReturn: 0.06 }), isRefusal)
    assert.throws(() => minTrackingError(problem, { benchmark: Float64Array.of(1, 0, 0) }), isRefusal)
    assert.throws(() => frontier(problem), isRefusal)
  })

  test('is refused among many assets, though weights without its own would seem optimal', () => {
    for (const others of [29, 40, 97]) {
      assert.throws(() => minVolatility({ covariance: among(others) }), isRefusal)
      assert.throws(() => sealedCovariance(among(others)), isRefusal)
    }
  })

  test('is repaired where that is asked for, with a warning and figures of the repaired one', () => {
    const outcome = minVolatility({ covariance: impossible }, { psd: 'shift' })
    assert.ok(outcome.status === 'optimal')
    assert.equal(outcome.warnings[0]!.code, 'repaired_covariance')
    const own = 0.04 - lacks
    const [a, b, c] = outcome.portfolio.weights
    const variance = own * (a! ** 2 + b! ** 2 + c! ** 2) + 0.08 * b! * (a! + c!)
    assert.ok(Math.abs(outcome.portfolio.volatility - Math.sqrt(variance)) <= 1e-15)
    for (const psd of ['clip', 'nearest'] as const) {
      assert.equal(minVolatility({ covariance: impossible }, { psd }).status, 'optimal')
    }
  })
})

describe('a covariance whose negative eigenvalue is a rounding error', () => {
  test('is taken as it is, without a warning', () => {
    const returns = [0.1, 0.3, -0.7, 0.2]
    const covariance = dense(...returns.map((a) => returns.map((b) => a * b)))
    for (const options of [{}, { psd: 'error' }, { psd: 'clip' }] as const) {
      const outcome = maxSharpe({ covariance, expectedReturns: Float64Array.of(0.1, 0.2, 0.1, 0.3) }, { riskFree: 0.35 }, options)
      assert.equal(outcome.status, 'noTangency')
    }
  })
})
