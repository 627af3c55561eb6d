import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { outcomeDocument } from '../document/outcome-document.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { dense } from '../trial/random-covariances.ts'
import { gram, randomFrom } from '../trial/drawn-problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'

const limits: Record<string, (n: number, random: () => number) => Omit<Problem, 'covariance' | 'expectedReturns'>> = {
  'market neutral with a group': () => ({ budget: 0, groups: [{ name: 'first', members: [0, 1], lower: 0 }] }),
  'market neutral with two groups': () => ({
    budget: 0,
    groups: [0, 1].map((k) => ({ name: `from ${k}`, members: [k, k + 1], lower: 0 })),
  }),
  'market and beta neutral': (n, random) => ({
    budget: 0,
    rows: [{ name: 'beta', coefficients: Float64Array.from({ length: n }, () => 0.5 + random()), lower: 0, upper: 0 }],
  }),
  'all that is not held is cash': () => ({ budget: { min: 0, max: 1 } }),
  'cash, with a group': () => ({ budget: { min: 0, max: 1 }, groups: [{ name: 'first', members: [0, 1], lower: 0 }] }),
  'no budget, with a group': () => ({ budget: null, groups: [{ name: 'first', members: [0, 1], lower: 0 }] }),
  'no budget and a penalty, with a group': () => ({
    budget: null,
    l2: 0.01,
    groups: [{ name: 'first', members: [0, 1], lower: 0 }],
  }),
}

describe('the greatest ratio where the frontier begins with nothing held, which earns a rate of 0 without risk', () => {
  for (const [name, of] of Object.entries(limits)) {
    test(name, () => {
      const random = randomFrom(3)
      for (let trial = 0; trial < 20; trial++) {
        const n = 4 + (trial % 14)
        const problem: Problem = {
          covariance: sampled(n, random),
          expectedReturns: Float64Array.from({ length: n }, () => 0.05 + 0.1 * (random() - 0.5)),
          bounds: { lower: -1, upper: 1 },
          ...of(n, random),
        }
        assertBestOnFrontier(problem, maxSharpe(problem, { riskFree: 0 }))
      }
    })
  }

  test('two assets that may only be bought, and one that must be', () => {
    const outcome = maxSharpe(
      {
        expectedReturns: Float64Array.of(0, 0.22, 0.11, 0.02),
        covariance: dense([0.04, 0, 0, 0], [0, 0.08, 0, 0], [0, 0, 0.12, 0], [0, 0, 0, 0.16]),
        bounds: { lower: -1, upper: 1 },
        budget: { min: 0, max: 1 },
        groups: [{ name: 'g', members: [0, 1], lower: 0 }],
      },
      { riskFree: 0 },
    )
    assert.ok(outcome.status === 'optimal')
    const equal = 0.0875 / Math.sqrt(0.4 / 16)
    assert.ok(outcome.portfolio.sharpe! > equal)
  })
})

test('no tangency where nothing that is allowed earns anything', () => {
  const outcome = maxSharpe(
    {
      covariance: dense([0.04, 0.01, 0], [0.01, 0.09, 0.02], [0, 0.02, 0.16]),
      expectedReturns: Float64Array.of(0.06, 0.03, 0.05),
      bounds: { lower: -1, upper: 1 },
      budget: 0,
      groups: [0, 1].map((k) => ({ name: `from ${k}`, members: [k, k + 1], lower: 0 })),
    },
    { riskFree: 0 },
  )
  assert.deepEqual(outcome, { status: 'noTangency', riskFree: 0, bestReturn: 0, bestAssets: [] })
})

test('no highest return where returns rise for ever and the greatest ratio is only approached', () => {
  const open = { covariance: dense([0.04, 0], [0, 0.01]), bounds: { lower: -Infinity, upper: Infinity } }
  const outcome = maxSharpe({ ...open, expectedReturns: Float64Array.of(0.1, 0.04) }, { riskFree: 0.09 })
  assert.ok(outcome.status === 'noTangency')
  assert.equal(outcome.bestReturn, Infinity)
  const document = outcomeDocument(outcome)
  assert.ok(document.status === 'no_tangency')
  assert.equal(document.best_return, null)
})

describe('without any risk', () => {
  const covariance = dense([0, 0], [0, 0])
  const free = { covariance, expectedReturns: Float64Array.of(0.05, 0.08), budget: null } as const

  test('the ratio has no greatest value where the best earns more than the rate', () => {
    const outcome = maxSharpe(free, { riskFree: 0.02 })
    assert.ok(outcome.status === 'unbounded')
    assert.deepEqual(outcome.ray, Float64Array.of(1, 1))
  })

  test('the best return is the highest that there is', () => {
    const outcome = maxSharpe({ ...free, bounds: { lower: -1, upper: 1 } }, { riskFree: 0.2 })
    assert.deepEqual(outcome, { status: 'noTangency', riskFree: 0.2, bestReturn: 0.13, bestAssets: [0, 1] })
  })

  test('any weights are the least risk, however far they may go', () => {
    const bounds = { lower: -Infinity, upper: Infinity }
    const [two, five] = [2, 5].map((n) => ({
      bounds,
      covariance: { kind: 'dense' as const, n, data: new Float64Array(n * n) },
      expectedReturns: Float64Array.from({ length: n }, (_, asset) => 0.02 * asset),
    }))
    const rows = [{ name: 'r', coefficients: Float64Array.of(3.111424062622384, 1), upper: 0.5 }]
    const risky = { ...five!, covariance: { ...five!.covariance, data: five!.covariance.data.with(6, 0.04) } }
    for (const outcome of [
      minVolatility(two!),
      minVolatility({ ...two!, rows }),
      minVolatility(risky),
      minTrackingError(five!, { benchmark: new Float64Array(5).fill(0.2) }),
      efficientReturn(five!, { targetReturn: 0.2 }),
      efficientReturn(risky, { targetReturn: 0.2, sense: 'equal' }),
    ]) {
      assert.equal(outcome.status, 'optimal')
    }
  })

  test('nothing held at all earns more than a rate below zero', () => {
    const held = {
      budget: 0,
      bounds: { lower: -1, upper: 1 },
      grossExposure: 2,
      turnover: { from: Float64Array.of(0.5, 0.5), max: 1 },
    }
    const same = dense([0.04, 0.04], [0.04, 0.04])
    const problem = { covariance: same, expectedReturns: Float64Array.of(0.05, 0.05), l2: 0.01, ...held }
    assert.deepEqual(maxSharpe(problem, { riskFree: -0.01 }), { status: 'unbounded', ray: new Float64Array(2) })
  })
})

function sampled(n: number, random: () => number): DenseCovariance {
  const returns = Array.from({ length: n + 5 }, () => Array.from({ length: n }, () => random() - 0.5))
  return { kind: 'dense', n, data: gram(returns, n) }
}

/** The ratio of an optimum is that of no corner of the frontier, or higher. */
function assertBestOnFrontier(problem: Problem, outcome: Outcome): void {
  const whole = frontier(problem)
  assert.ok(outcome.status === 'optimal', outcome.status)
  assert.ok(whole.status === 'optimal')
  const l2 = typeof problem.l2 === 'number' ? problem.l2 : 0
  const ratio = ({ weights, volatility, return: mean = 0 }: { weights: Float64Array; volatility: number; return?: number }) =>
    mean / Math.sqrt(volatility ** 2 + l2 * weights.reduce((total, weight) => total + weight * weight, 0))
  const best = ratio(outcome.portfolio)
  for (const corner of whole.corners.filter(({ volatility }) => volatility > 1e-12)) {
    assert.ok(best >= ratio(corner) * (1 - 1e-12), `${best} of a corner's ${ratio(corner)}`)
  }
}
