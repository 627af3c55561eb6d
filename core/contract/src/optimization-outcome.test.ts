import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentOutcome, type ObjectiveName, type OutcomeDocument, type RowReference } from '@portofino/optimizer'
import { frontierOutcomeSchema, outcomeSchema } from './optimization-outcome.ts'

const assets = ['AAA', 'BBB', 'CCC']
const covariance = [
  [0.09, 0.01, 0],
  [0.01, 0.04, 0.002],
  [0, 0.002, 0.01],
]
const flat = covariance.map((row) => row.map(() => 0))
const problem = { assets, covariance, expected_returns: [0.1, 0.07, 0.04], ratio_risk_free: 0.02 }
const shares = { weights: [0.5, -0.3, 0.2], prices: [120, 45, 10], value: 1000, method: 'exact' }
const views = [{ assets: { AAA: 1 }, value: 0.02 }]
const certain = [0.02, 0.03].map((value) => ({ assets: { AAA: 1 }, value, confidence: 1 }))

/** Questions of each kind: one with an answer, then those that data make impossible. */
const questions: Record<ObjectiveName, object[]> = {
  min_volatility: [problem, { ...problem, bounds: { upper: 0.1 } }],
  efficient_return: [
    { ...problem, params: { target_return: 0.08 } },
    { ...problem, params: { target_return: 0.5 } },
    { ...problem, bounds: null, params: { target_return: 0.5 }, gross_exposure: 3 },
  ],
  efficient_risk: [{ ...problem, params: { target_volatility: 0.15 } }],
  max_utility: [
    { ...problem, params: { risk_aversion: 3 } },
    { ...problem, covariance: flat, bounds: null, params: { risk_aversion: 1 } },
  ],
  max_sharpe: [
    { ...problem, ratio_risk_free: undefined, params: { risk_free: 0.02 } },
    { ...problem, params: { risk_free: 0.5 } },
    { ...problem, params: { risk_free: 0.5, fallback: 'min_volatility' } },
  ],
  target_sharpe: [{ ...problem, params: { risk_free: 0.02, target: 0.34, root: 'both' } }],
  min_tracking_error: [{ ...problem, params: { benchmark: [0.5, 0.5, 0], min_return: 0.06 } }],
  frontier: [problem, { ...problem, bounds: null }, { ...problem, groups: [{ name: 'all', members: assets, upper: 0.5 }] }],
  risk_budgeting: [problem, { ...problem, covariance: flat }],
  hrp: [
    problem,
    {
      assets,
      returns: [
        [0.1, 0, 0.1],
        [0, 0.1, 0.1],
        [0.2, 0, 0],
        [0, 0, 0.2],
      ],
      params: { nan: 'complete' },
    },
    {
      assets,
      returns: [
        [0.1, null, 0.1],
        [0, 0.1, null],
      ],
      params: { nan: 'complete' },
    },
  ],
  inverse_volatility: [problem],
  inverse_variance: [problem, { ...problem, covariance: flat }],
  equal_weight: [problem, { assets }],
  discrete_allocation: [
    { assets, params: shares },
    { assets, params: { ...shares, value: 1e6, most_nodes: 0 } },
  ],
  black_litterman: [
    { assets, covariance, params: { prior: [0.08, 0.06, 0.04], views, risk_free: 0.01 } },
    { assets, covariance, params: { prior: [0.08, 0.06, 0.04], views: certain } },
    { assets, covariance, params: { prior: [0, 0, 0], views: [] } },
  ],
}

describe('the schema of an outcome', () => {
  for (const [objective, asked] of Object.entries(questions)) {
    asked.forEach((question, index) => {
      test(`has every field of an outcome of ${objective}, ${index}`, () => {
        const outcome: unknown = JSON.parse(JSON.stringify(documentOutcome({ id: 'a', params: {}, ...question, objective })))
        // What a schema does not know it leaves out.
        assert.deepEqual((objective === 'frontier' ? frontierOutcomeSchema : outcomeSchema).parse(outcome), outcome)
      })
    })
  }

  test('has every status, and every kind of limit', () => {
    const statuses: Record<OutcomeDocument['status'], true> = {
      optimal: true,
      infeasible: true,
      unreachable: true,
      no_tangency: true,
      unbounded: true,
      ill_conditioned: true,
      step_limit: true,
      zero_variance: true,
      riskless: true,
      too_few_rows: true,
      node_limit: true,
    }
    const kinds: Record<RowReference['kind'], true> = {
      row: true,
      group: true,
      lower: true,
      upper: true,
      budget: true,
      gross_exposure: true,
      turnover: true,
    }
    const { status, conflict } = outcomeSchema.shape
    assert.deepEqual(status.options.toSorted(), Object.keys(statuses).toSorted())
    assert.deepEqual(conflict.unwrap().element.shape.kind.options.toSorted(), Object.keys(kinds).toSorted())
  })
})
