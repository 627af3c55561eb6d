import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentOutcome } from '../document/document-outcome.ts'
import { solvedSet } from '../engine/exact-point.ts'
import { checkedProblem } from '../problem/checked-problem.ts'
import { programOf } from '../problem/program.ts'
import { dense } from '../trial/random-covariances.ts'
import { finish, finishAt } from './finish.ts'
import { maxUtility } from './max-utility.ts'
import { minVolatility } from './min-volatility.ts'

describe('two assets that differ by next to nothing', () => {
  const [common, own] = [2 ** -5, 2 ** -46]
  const rows = [
    [common + own, common],
    [common, common + own],
  ]
  const message = 'The free assets are nearly dependent (reciprocal condition 4.5e-13); the certificate passes.'

  test('have an optimum, which warns of their condition', () => {
    const outcome = minVolatility({ covariance: dense(...rows) })
    assert.ok(outcome.status === 'optimal')
    const { certificate, portfolio, warnings } = outcome
    assert.deepEqual(warnings, [{ code: 'ill_conditioned', message }])
    assert.ok(Math.abs(certificate.reciprocalCondition / 2 ** -41 - 1) < 1e-3)
    assert.ok(Math.abs(certificate.minEigenvalue / own - 1) < 1e-3)
    assert.ok(portfolio.weights.every((weight) => Math.abs(weight - 0.5) <= 1e-11))
  })

  test('have it in JSON, too', () => {
    const outcome = documentOutcome({ objective: 'min_volatility', covariance: rows })
    assert.ok(outcome.status === 'optimal' && 'warnings' in outcome)
    assert.deepEqual(outcome.warnings, [{ code: 'ill_conditioned', message }])
  })

  test('do not, where they differ by 2e-12 of their variance', () => {
    const outcome = minVolatility({ covariance: dense([common + 2 ** -44, common], [common, common + 2 ** -44]) })
    assert.ok(outcome.status === 'optimal')
    assert.deepEqual(outcome.warnings, [])
  })
})

describe('what proves nothing', () => {
  const covariance = dense([0.04, 0.01], [0.01, 0.09])
  const program = programOf(checkedProblem({ covariance }), { l2Weight: 1, costWeight: 0.5, gain: 'none' })
  const set = { columnStanding: Int8Array.of(0, 0), rowStanding: Int8Array.of(-1) }
  const solved = solvedSet(program.quadratic, set)!

  test('is ill conditioned: a point whose gradient is left, as candidate with its certificate', () => {
    const point = { x: Float64Array.of(0.5, 0.5), multipliers: Float64Array.of(0.025), t: 0 }
    const outcome = finish(program, { set, solved, point, steps: 3 })
    assert.ok(outcome.status === 'illConditioned')
    const { candidate, certificate, reciprocalCondition, minEigenvalue } = outcome
    assert.deepEqual(Array.from(candidate!.weights), [0.5, 0.5])
    assert.equal(candidate!.volatility, Math.sqrt(0.0375))
    // 0.045 + 0.005 − 0.025 is left, of terms that add up to 0.3 × 0.25 + 0.025.
    assert.equal(certificate!.stationarity.toFixed(12), '0.250000000000')
    assert.deepEqual([certificate!.primalFeasibility, certificate!.dualSign, certificate!.steps], [0, 0, 3])
    assert.equal(reciprocalCondition, solved.reciprocalCondition)
    assert.equal(minEigenvalue.toFixed(9), (0.065 - Math.sqrt(0.000725)).toFixed(9))
  })

  test('is ill conditioned: a point off the budget', () => {
    const { x, multipliers } = solved.at(0)
    const point = { x: x.map((weight) => weight * (1 + 3e-12)), multipliers, t: 0 }
    const outcome = finish(program, { set, solved, point, steps: 0 })
    assert.ok(outcome.status === 'illConditioned')
    assert.ok(Math.abs(outcome.certificate!.primalFeasibility - 3e-12) <= 1e-15)
  })

  test('is ill conditioned: weights beyond their bounds, by as much as they are', () => {
    const point = { x: Float64Array.of(1.25, -0.25), multipliers: solved.at(0).multipliers, t: 0 }
    const outcome = finish(program, { set, solved, point, steps: 0 })
    assert.ok(outcome.status === 'illConditioned')
    assert.equal(outcome.certificate!.primalFeasibility, 0.25)
  })

  test('is ill conditioned: a multiplier of a limit that leaves room', () => {
    const groups = [{ name: 'first', members: [0], upper: 0.9 }]
    const limited = programOf(checkedProblem({ covariance, groups }), { l2Weight: 1, costWeight: 0.5, gain: 'none' })
    const standing = { columnStanding: Int8Array.of(0, 0), rowStanding: Int8Array.of(-1, 1) }
    const point = { x: Float64Array.of(0.5, 0.5), multipliers: Float64Array.of(0.025, -0.01), t: 0 }
    const outcome = finish(limited, { set: standing, solved: solvedSet(limited.quadratic, standing)!, point, steps: 0 })
    assert.ok(outcome.status === 'illConditioned')
    // 0.01 × 0.4, of terms that add up to 0.3 × 0.25 + 0.025.
    assert.equal(outcome.certificate!.complementarity.toFixed(12), '0.040000000000')
    assert.equal(outcome.certificate!.primalFeasibility, 0)
  })

  test('has nothing to show where its active set determines no weights', () => {
    const outcome = finishAt(program, { set, solved: null, t: 0, steps: 0 })
    assert.deepEqual(Object.keys(outcome), ['status', 'reciprocalCondition', 'minEigenvalue'])
    assert.ok(outcome.status === 'illConditioned' && outcome.reciprocalCondition === 0)
  })
})

describe('returns of 3e-4 beside a volatility of 3e7', () => {
  const rows = [
    [1, -1, -3e7],
    [-1, 1, 3e7],
    [-3e7, 3e7, 9e14],
  ]
  const returns = [0, 3e-4, 0]
  const [lower, upper] = [-1e-8, 1.01]

  test('are no optimum without a proof: what is missing is told, by the library and in JSON', () => {
    const problem = { covariance: dense(...rows), expectedReturns: Float64Array.from(returns), bounds: { lower, upper } }
    const outcome = maxUtility(problem, { riskAversion: 1 })
    assert.ok(outcome.status === 'illConditioned')
    const { candidate, certificate } = outcome
    assert.ok(certificate!.dualSign > 1e-12 && certificate!.dualSign < 1e-11)
    assert.ok(candidate!.weights.every((weight) => weight >= lower && weight <= upper))
    const answer = documentOutcome({
      objective: 'max_utility',
      params: { risk_aversion: 1 },
      covariance: rows,
      expected_returns: returns,
      bounds: { lower, upper },
    })
    assert.ok(answer.status === 'ill_conditioned' && 'reciprocal_condition' in answer)
    assert.deepEqual(answer.candidate!.weights, Array.from(candidate!.weights))
    assert.deepEqual(
      [answer.certificate!.dual_sign, answer.reciprocal_condition, answer.min_eigenvalue],
      [certificate!.dualSign, outcome.reciprocalCondition, outcome.minEigenvalue],
    )
  })
})
