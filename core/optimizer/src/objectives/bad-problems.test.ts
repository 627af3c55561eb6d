import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentOutcome } from '../document/document-outcome.ts'
import { meanVarianceNames } from '../document/objective-name.ts'
import { questions } from '../trial/questions.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { lackingForm } from '../trial/message-form.ts'
import { dense } from '../trial/random-covariances.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'
import type { FrontierOutcome } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'
import { targetSharpe } from './target-sharpe.ts'

const evenly = (n: number): Float64Array => new Float64Array(n).fill(1 / n)

const objectives: Record<(typeof meanVarianceNames)[number], (problem: Problem) => Outcome | FrontierOutcome> = {
  min_volatility: (problem) => minVolatility(problem),
  efficient_return: (problem) => efficientReturn(problem, { targetReturn: 0.05 }),
  efficient_risk: (problem) => efficientRisk(problem, { targetVolatility: 0.35 }),
  max_utility: (problem) => maxUtility(problem, { riskAversion: 3 }),
  max_sharpe: (problem) => maxSharpe(problem, { riskFree: 0.01 }),
  target_sharpe: (problem) => targetSharpe(problem, { riskFree: 0.01, target: 0.3 }),
  min_tracking_error: (problem) => minTrackingError(problem, { benchmark: evenly(problem.covariance?.n || 2) }),
  frontier: (problem) => frontier(problem),
}

const covariance = dense([0.04, 0.01], [0.01, 0.09])
const good: Problem = { assets: ['AAA', 'BBB'], covariance, expectedReturns: Float64Array.of(0.05, 0.07) }

/** What is wrong: code, field, index and asset. */
const faults: readonly [string, Partial<Problem>, string][] = [
  ['a matrix of another shape', { covariance: { ...covariance, data: covariance.data.slice(1) } }, 'shape covariance.data - -'],
  ['no assets', { assets: [], covariance: { kind: 'dense', n: 0, data: new Float64Array() } }, 'empty covariance.n - -'],
  ['NaN as a variance', { covariance: dense([0.04, 0.01], [0.01, NaN]) }, 'not_finite covariance.data 3 BBB'],
  ['an infinite covariance', { covariance: dense([0.04, Infinity], [Infinity, 1]) }, 'not_finite covariance.data 2 BBB'],
  ['NaN on one side of the diagonal', { covariance: dense([0.04, NaN], [0.01, 0.09]) }, 'not_symmetric covariance.data 2 BBB'],
  ['an asymmetric matrix', { covariance: dense([0.04, 0.01], [0.02, 0.09]) }, 'not_symmetric covariance.data 2 BBB'],
  ['NaN as a return', { expectedReturns: Float64Array.of(0.05, NaN) }, 'not_finite expectedReturns 1 BBB'],
  ['an infinite return', { expectedReturns: Float64Array.of(-Infinity, 0) }, 'not_finite expectedReturns 0 AAA'],
  ['returns for more assets', { expectedReturns: Float64Array.of(1, 2, 3) }, 'shape expectedReturns - -'],
  ['crossed bounds', { bounds: { lower: Float64Array.of(0, 0.7), upper: 0.6 } }, 'bounds_crossed bounds 1 BBB'],
  ['NaN as a bound', { bounds: { upper: Float64Array.of(NaN, 1) } }, 'not_finite bounds.upper 0 AAA'],
  ['bounds for fewer assets', { bounds: { lower: Float64Array.of(0) } }, 'shape bounds.lower - -'],
  ['a label for one asset of two', { assets: ['AAA'] }, 'shape assets - -'],
  ['a member that is no asset', { groups: [{ name: 'g', members: [2], upper: 1 }] }, 'unknown_label groups[0].members 0 2'],
  [
    'a coefficient of no asset',
    { rows: [{ name: 'r', coefficients: { indices: [0, -1], values: [1, 1] }, upper: 1 }] },
    'unknown_label rows[0].coefficients.indices 1 -1',
  ],
  [
    'NaN as a coefficient',
    { rows: [{ name: 'r', coefficients: Float64Array.of(1, NaN) }] },
    'not_finite rows[0].coefficients 1 BBB',
  ],
  ['a crossed group', { groups: [{ name: 'g', members: [0], lower: 0.6, upper: 0.5 }] }, 'bounds_crossed groups[0] - -'],
  ['NaN as a holding', { turnover: { from: Float64Array.of(NaN, 1), max: 1 } }, 'not_finite turnover.from 0 AAA'],
  ['an infinite cost', { costs: { from: evenly(2), rate: Infinity } }, 'not_finite costs.rate 0 AAA'],
]

describe('every objective refuses', () => {
  for (const [what, change, expected] of faults) {
    test(what, () => {
      for (const [name, ask] of Object.entries(objectives)) {
        assert.throws(
          () => ask({ ...good, ...change }),
          (error: unknown) => {
            assert.ok(error instanceof OptimizerInputError, `${name}: ${String(error)}`)
            assert.equal(lackingForm(error), null, name)
            const { code, field, index, asset } = error
            assert.equal(`${code} ${field} ${index ?? '-'} ${asset ?? '-'}`, expected, name)
            return true
          },
        )
      }
    })
  }
})

/** The statuses that each objective answers, where they are not all the same. */
const degenerate: readonly [string, Problem, Partial<Record<keyof typeof objectives, string>>][] = [
  ['one asset', { covariance: dense([0.09]), expectedReturns: Float64Array.of(0.1) }, {}],
  [
    'one asset that returns less than the rate',
    { covariance: dense([0.09]), expectedReturns: Float64Array.of(0) },
    { max_sharpe: 'noTangency', target_sharpe: 'noTangency', efficient_return: 'unreachable' },
  ],
  [
    'three assets of one period',
    {
      covariance: dense([0.04, 0.02, -0.02], [0.02, 0.01, -0.01], [-0.02, -0.01, 0.01]),
      expectedReturns: Float64Array.of(0.2, 0.1, 0.1),
    },
    { max_sharpe: 'unbounded', target_sharpe: 'unbounded' },
  ],
  ['an asset without variance', { covariance: dense([0.04, 0], [0, 0]), expectedReturns: Float64Array.of(0.08, 0.005) }, {}],
  ['copies of an asset', { covariance: dense([0.04, 0.04], [0.04, 0.04]), expectedReturns: Float64Array.of(0.07, 0.07) }, {}],
  ['equal means', { covariance, expectedReturns: Float64Array.of(0.07, 0.07) }, {}],
]

describe('every objective answers', () => {
  for (const [what, problem, others] of degenerate) {
    test(what, () => {
      for (const [name, ask] of Object.entries(objectives)) {
        const outcome = ask(problem)
        const status = others[name as keyof typeof objectives] ?? 'optimal'
        const isReached = name === 'target_sharpe' && status === 'optimal' ? ['optimal', 'unreachable'] : [status]
        assert.ok(isReached.includes(outcome.status), `${name}: ${outcome.status}`)
        if (outcome.status !== 'optimal' || !('portfolio' in outcome)) continue
        const total = outcome.portfolio.weights.reduce((sum, weight) => sum + weight, 0)
        assert.ok(Math.abs(total - 1) <= 2e-14, `${name}: ${total}`)
      }
    })
  }

  test('groups that contradict each other, by the same three limits', () => {
    const groups = [
      { name: 'bonds', members: [0], lower: 0.6 },
      { name: 'stocks', members: [1], lower: 0.5 },
      { name: 'all', members: [0, 1], lower: 0.2 },
    ]
    for (const [name, ask] of Object.entries(objectives)) {
      const outcome = ask({ ...good, groups })
      assert.ok(outcome.status === 'infeasible', `${name}: ${outcome.status}`)
      assert.equal(outcome.explanation, 'These cannot hold together: budget = 1; group bonds >= 0.6; group stocks >= 0.5.', name)
    }
    for (const name of meanVarianceNames) {
      const own = groups.map(({ members, ...group }) => ({ ...group, members: members.map((asset) => ['AAA', 'BBB'][asset]) }))
      const outcome = documentOutcome({ ...questions[name], groups: own })
      assert.ok(outcome.status === 'infeasible' && 'explanation' in outcome, `${name}: ${outcome.status}`)
      assert.equal(
        outcome.explanation,
        'These cannot hold together: budget = 1; group bonds >= 0.6; group stocks >= 0.5; CCC >= 0.',
        name,
      )
    }
  })
})
