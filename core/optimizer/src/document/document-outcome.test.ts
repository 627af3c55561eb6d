import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { OptimizerInputError } from '../input-error.ts'
import { frontier } from '../objectives/frontier.ts'
import { maxSharpe } from '../objectives/max-sharpe.ts'
import type { Problem } from '../problem/problem.ts'
import { documentOutcome } from './document-outcome.ts'
import { objectiveNames } from './objective-name.ts'
import { good, questions, shares } from '../trial/questions.ts'
import { problemFields } from './read-problem.ts'

const { assets, covariance } = good

const least = (bounds: unknown): number[] => {
  const outcome = documentOutcome({ ...questions.efficient_return, params: { target_return: 0.13 }, bounds })
  return outcome.status === 'optimal' && 'portfolio' in outcome ? (outcome.portfolio?.weights ?? []) : []
}

describe('documentOutcome', () => {
  for (const name of objectiveNames) {
    test(`answers ${name} with numbers that JSON can hold, and repeats id and labels`, () => {
      const outcome = documentOutcome({ id: 'mine', ...questions[name] })
      assert.deepEqual([outcome.id, outcome.status], ['mine', 'optimal'])
      assert.deepEqual(outcome.assets, name === 'inverse_variance' ? undefined : assets)
      const text = JSON.stringify(outcome)
      const mayBeNull = /"(?:lambda_to|ray|short|rows_used|volatility)":null/g
      assert.doesNotMatch(text.replaceAll(mayBeNull, ''), /null/)
      assert.deepEqual(JSON.parse(text), outcome)
    })
  }

  test('gives the numbers of the library', () => {
    const problem: Problem = {
      assets,
      expectedReturns: Float64Array.from(good.expected_returns),
      covariance: { kind: 'dense', n: 3, data: Float64Array.from(covariance.flat()) },
      bounds: { lower: Float64Array.of(-Infinity, 0, 0), upper: Infinity },
      groups: [{ name: 'two', members: [0, 1], upper: 0.7 }],
      rows: [{ name: 'tilt', coefficients: Float64Array.of(1, 0, -1), lower: 0 }],
    }
    const limits = {
      bounds: { lower: [null, 0, 0], upper: null },
      groups: [{ name: 'two', members: ['AAA', 1], lower: null, upper: 0.7 }],
      rows: [{ name: 'tilt', coefficients: { AAA: 1, CCC: -1 }, lower: 0 }],
    }
    const own = maxSharpe(problem, { riskFree: 0.02 })
    const answer = documentOutcome({ ...good, ...limits })
    assert.ok(own.status === 'optimal' && answer.status === 'optimal' && 'certificate' in answer)
    assert.deepEqual(answer.portfolio.weights, Array.from(own.portfolio.weights))
    assert.deepEqual([answer.portfolio.sharpe, answer.portfolio.risk_free], [own.portfolio.sharpe, 0.02])
    assert.equal(answer.certificate.stationarity, own.certificate.stationarity)
    const path = frontier(problem)
    const corners = documentOutcome({ ...good, ...limits, objective: 'frontier', params: {} })
    assert.ok(path.status === 'optimal' && 'corners' in corners)
    assert.deepEqual(
      corners.corners.map(({ weights }) => weights),
      path.corners.map(({ weights }) => Array.from(weights)),
    )
    assert.equal(corners.corners.at(-1)?.lambda_to, null)
  })

  test('reads coefficients of a row in order, by numbers of assets and by labels alike', () => {
    const [inOrder, ...others] = [[1, 0, -2], { indices: [2, 0, 2], values: [-1.5, 1, -0.5] }, { AAA: 1, CCC: -2 }].map(
      (coefficients) => documentOutcome({ ...good, rows: [{ name: 'tilt', coefficients, lower: 0.1, upper: 0.2 }] }),
    )
    assert.equal(inOrder?.status, 'optimal')
    for (const other of others) assert.deepEqual(other, inOrder)
  })

  test('leaves bounds at 0 and 1 where they are left out, and has none where they are null', () => {
    assert.deepEqual(
      least({ upper: null }).filter((weight) => weight < 0),
      [],
    )
    assert.ok(least(null).some((weight) => weight < 0))
    assert.ok(least({ lower: null, upper: [null, null, null] }).some((weight) => weight > 1))
  })

  test('tells what data make impossible as outcomes', () => {
    const statuses = [
      documentOutcome({ ...good, bounds: { lower: 0, upper: 0.2 } }),
      documentOutcome({ ...good, params: { risk_free: 0.5 } }),
      documentOutcome({ ...questions.efficient_return, params: { target_return: 0.5 } }),
      documentOutcome({
        ...good,
        objective: 'max_utility',
        params: { risk_aversion: 1 },
        covariance: [
          [0, 0, 0],
          [0, 0, 0],
          [0, 0, 0],
        ],
        bounds: null,
      }),
      documentOutcome({
        objective: 'inverse_variance',
        covariance: [
          [0, 0],
          [0, 1],
        ],
      }),
    ]
    assert.deepEqual(
      statuses.map(({ status }) => status),
      ['infeasible', 'no_tangency', 'unreachable', 'unbounded', 'zero_variance'],
    )
  })

  test('mends a covariance where it is told to', () => {
    const indefinite = {
      ...good,
      covariance: [
        [1, 0.9, 0.9],
        [0.9, 1, -0.9],
        [0.9, -0.9, 1],
      ],
    }
    assert.throws(() => documentOutcome(indefinite), { code: 'not_positive_semidefinite', field: 'covariance' })
    const outcome = documentOutcome({ ...indefinite, psd: 'nearest' })
    assert.ok(outcome.status === 'optimal' && 'warnings' in outcome)
    assert.deepEqual(
      outcome.warnings.map(({ code }) => code),
      ['repaired_covariance'],
    )
  })

  test('refuses what goes beyond limits before it reads it', () => {
    const limits = { assets: 3, rows: 2, nodes: 1000 }
    assert.equal(documentOutcome(good, limits).status, 'optimal')
    const refused = (document: object): void =>
      assert.throws(() => documentOutcome(document, limits), { name: 'OptimizerInputError', code: 'too_many' })
    refused({ ...good, covariance: [1, 2, 3, 4] })
    refused({ ...good, rows: [1], groups: [1, 2] })
    refused({ ...questions.discrete_allocation, params: { ...shares, weights: [1, 1, 1, 1] } })
    refused({ objective: 'hrp', returns: [[1, 2, 3, 4]] })
    refused({ ...questions.discrete_allocation, params: { ...shares, most_nodes: 1001 } })
  })

  test('never answers anything else to whatever is written', () => {
    const strange = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 0, 1e308, [], {}, null, 'AAA', [[1]], { lower: 1 }))
    const field = fc.constantFrom(...problemFields, 'params', 'ratio_risk_free', 'returns')
    fc.assert(
      fc.property(fc.constantFrom(...objectiveNames), field, strange, (name, changed, value) => {
        try {
          const outcome = documentOutcome({ ...questions[name], [changed]: value })
          assert.equal(typeof outcome.status, 'string')
        } catch (fault) {
          assert.ok(fault instanceof OptimizerInputError, String(fault))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
