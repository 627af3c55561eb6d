import assert from 'node:assert/strict'
import { test } from 'node:test'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'

test('a cap at the least risk that turnover allows is answered there, with l2 too', () => {
  const problem = {
    covariance: { kind: 'dense' as const, n: 2, data: Float64Array.of(0.0610431094741938, 0.0092, 0.0092, 0.03271884834956703) },
    expectedReturns: Float64Array.of(-0.018, -0.0152),
    turnover: { from: Float64Array.of(0.5, 0.5), max: 0.04336141375824809 },
    l2: 0.0689160957466811,
  }
  for (const covariance of [
    problem.covariance,
    { ...problem.covariance, data: problem.covariance.data.map((value) => value * 1.1) },
  ]) {
    const whole = frontier({ ...problem, covariance })
    assert.ok(whole.status === 'optimal')
    const { volatility } = whole.corners[0]!
    for (const part of [1, 1 + 2e-16, 1 + 1e-15, 1 + 1e-13, 1 + 1e-11, 1 + 1e-9, 1 + 1e-6]) {
      const outcome = efficientRisk({ ...problem, covariance }, { targetVolatility: volatility * part })
      assert.equal(outcome.status, 'optimal', `at ${part}`)
    }
  }
})
