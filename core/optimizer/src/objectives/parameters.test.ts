import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { WarmState } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'
import type { Options } from './options.ts'
import { targetSharpe } from './target-sharpe.ts'

const dense = (...data: number[]): DenseCovariance => ({ kind: 'dense', n: 2, data: Float64Array.from(data) })
const problem: Problem = { covariance: dense(0.04, 0, 0, 0.01), expectedReturns: Float64Array.of(0.1, 0.04) }

const objectives: Record<string, (options: Options) => unknown> = {
  minVolatility: (options) => minVolatility(problem, options),
  efficientReturn: (options) => efficientReturn(problem, { targetReturn: 0.05 }, options),
  efficientRisk: (options) => efficientRisk(problem, { targetVolatility: 0.15 }, options),
  maxUtility: (options) => maxUtility(problem, { riskAversion: 2 }, options),
  maxSharpe: (options) => maxSharpe(problem, { riskFree: 0.02 }, options),
  targetSharpe: (options) => targetSharpe(problem, { riskFree: 0.02, target: 0.4 }, options),
  minTrackingError: (options) => minTrackingError(problem, { benchmark: Float64Array.of(0.5, 0.5) }, options),
  frontier: (options) => frontier(problem, options),
}

describe('options of all objectives', () => {
  for (const [name, objective] of Object.entries(objectives)) {
    test(`${name} refuses a rate or a number of steps that is none`, () => {
      assert.throws(() => objective({ ratioRiskFree: NaN }), { name: 'OptimizerInputError', field: 'ratioRiskFree' })
      for (const maxSteps of [NaN, 0, -1]) {
        const message = `maxSteps must be at least 1, got ${maxSteps}`
        assert.throws(() => objective({ maxSteps }), { code: 'out_of_range', field: 'maxSteps', message })
      }
    })

    test(`${name} refuses a warm state that is none`, () => {
      assert.throws(() => objective({ warm: {} as WarmState }), { code: 'shape', field: 'warm' })
    })

    test(`${name} takes undefined for what is left out`, () => {
      assert.deepEqual(objective({ warm: undefined, ratioRiskFree: undefined, maxSteps: undefined }), objective({}))
    })
  }
})

describe('questions', () => {
  test('a word that is none of the choices is refused', () => {
    const refused: [string, () => unknown, string][] = [
      ['sense', () => efficientReturn(problem, { targetReturn: 0.05, sense: 'exact' as 'equal' }), '"atLeast" or "equal"'],
      ['sense', () => efficientRisk(problem, { targetVolatility: 0.1, sense: 'exact' as 'equal' }), '"atMost" or "equal"'],
      ['fallback', () => maxSharpe(problem, { riskFree: 0, fallback: 'exact' as 'minVolatility' }), '"minVolatility"'],
      [
        'root',
        () => targetSharpe(problem, { riskFree: 0, target: 0.4, root: 'exact' as 'both' }),
        '"lower" or "higher" or "both"',
      ],
    ]
    for (const [field, ask, choices] of refused) {
      assert.throws(ask, { code: 'out_of_range', field, message: `${field} must be ${choices}, got "exact"` })
    }
  })

  test('a bound may be given alone', () => {
    const capped = minVolatility({ ...problem, bounds: { upper: 0.6 } })
    assert.deepEqual(capped, minVolatility({ ...problem, bounds: { lower: 0, upper: 0.6 } }))
    assert.deepEqual(
      minVolatility({ ...problem, bounds: { lower: 0.3 } }),
      minVolatility({ ...problem, bounds: { lower: 0.3, upper: 1 } }),
    )
  })

  test('undefined stands for what is left out of a problem', () => {
    const nothing = {
      assets: undefined,
      bounds: undefined,
      budget: undefined,
      rows: undefined,
      groups: undefined,
      grossExposure: undefined,
      turnover: undefined,
      costs: undefined,
      l2: undefined,
    }
    assert.deepEqual(maxSharpe({ ...problem, ...nothing }, { riskFree: 0 }), maxSharpe(problem, { riskFree: 0 }))
  })

  test('a volatility that must be met says which ones can be', () => {
    for (const targetVolatility of [0.01, 0.5]) {
      const outcome = efficientRisk(problem, { targetVolatility, sense: 'equal' })
      assert.ok(outcome.status === 'unreachable')
      assert.deepEqual(
        outcome.range.map((value) => value.toFixed(9)),
        ['0.089442719', '0.200000000'],
      )
    }
  })

  test('weights of negative variance are an error, not a portfolio without risk', () => {
    const indefinite = { covariance: dense(1, 2, 2, 1), bounds: { lower: -1, upper: 2 } }
    assert.throws(() => minVolatility(indefinite), { code: 'not_positive_semidefinite', field: 'covariance' })
    const rounded = { covariance: dense(1, -1 - 1e-15, -1 - 1e-15, 1) }
    const outcome = minVolatility(rounded)
    assert.ok(outcome.status === 'optimal')
    assert.equal(outcome.portfolio.volatility, 0)
  })
})
