import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { minVolatility } from '../objectives/min-volatility.ts'
import { randomFrom } from '../trial/drawn-problem.ts'
import type { Problem, RowReference } from './problem.ts'

type Bounds = { lower: Float64Array; upper: Float64Array }

function identity(n: number): Problem['covariance'] {
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) data[i * (n + 1)] = 0.04
  return { kind: 'dense', n, data }
}

/** The problem with these limits alone. */
function limitedTo(problem: Problem, kept: readonly RowReference[]): Problem {
  const has = (kind: RowReference['kind'], name: string): boolean =>
    kept.some((reference) => reference.kind === kind && reference.name === name)
  const { grossExposure, turnover, groups = [], bounds, ...rest } = problem
  const { lower, upper } = bounds as Bounds
  return {
    ...rest,
    ...(has('budget', 'budget') ? {} : { budget: null }),
    ...(grossExposure !== undefined && has('gross_exposure', 'gross_exposure') ? { grossExposure } : {}),
    ...(turnover !== undefined && has('turnover', 'turnover') ? { turnover } : {}),
    groups: groups.filter(({ name }) => has('group', name)),
    bounds: {
      lower: lower.map((value, asset) => (has('lower', `asset ${asset}`) ? value : -Infinity)),
      upper: upper.map((value, asset) => (has('upper', `asset ${asset}`) ? value : Infinity)),
    },
  }
}

describe('a conflict', () => {
  test('needs one bound alone where nothing may be traded', () => {
    const from = new Float64Array(6).fill(1 / 6)
    const upper = Float64Array.of(0.1, 1, 1, 0.1, 1, 0.1)
    const outcome = minVolatility({ covariance: identity(6), bounds: { upper }, turnover: { from, max: 0 } })
    assert.ok(outcome.status === 'infeasible')
    assert.match(outcome.explanation, /^These cannot hold together: turnover <= 0; asset \d <= 0\.1\.$/)
  })

  test('names the side that has a part in it of a group between two limits', () => {
    const groups = [{ name: 'all', members: [0, 1, 2], lower: -1, upper: 0.5 }]
    const outcome = minVolatility({ covariance: identity(3), groups, grossExposure: 2 })
    assert.ok(outcome.status === 'infeasible')
    assert.equal(outcome.explanation, 'These cannot hold together: budget = 1; group all <= 0.5.')
    assert.deepEqual(outcome.conflict, [
      { kind: 'budget', name: 'budget', lower: 1, upper: 1 },
      { kind: 'group', name: 'all', upper: 0.5 },
    ])
  })

  test('says the number of each limit, whatever its kind', () => {
    const rows = [{ name: 'tilt', coefficients: Float64Array.of(1, 0, 0), lower: 0.9 }]
    const outcome = minVolatility({ covariance: identity(3), rows, turnover: { from: Float64Array.of(0, 0.5, 0.5), max: 0.4 } })
    assert.ok(outcome.status === 'infeasible')
    assert.deepEqual(outcome.conflict, [
      { kind: 'row', name: 'tilt', lower: 0.9 },
      { kind: 'turnover', name: 'turnover', upper: 0.4 },
    ])
    const gross = minVolatility({ covariance: identity(2), bounds: { lower: -1, upper: 1.2 }, budget: 2, grossExposure: 1.5 })
    assert.ok(gross.status === 'infeasible')
    assert.deepEqual(gross.conflict, [
      { kind: 'budget', name: 'budget', lower: 2, upper: 2 },
      { kind: 'gross_exposure', name: 'gross_exposure', upper: 1.5 },
    ])
    const held = minVolatility({ covariance: identity(2), bounds: { lower: Float64Array.of(0.7, 0.4) } })
    assert.ok(held.status === 'infeasible')
    assert.deepEqual(held.conflict.slice(1), [
      { kind: 'lower', name: 'asset 0', lower: 0.7 },
      { kind: 'lower', name: 'asset 1', lower: 0.4 },
    ])
  })

  test('is a smallest one: without any one of its limits the others can hold', () => {
    const random = randomFrom(11)
    const pick = (values: readonly number[]): number => values[Math.floor(random() * values.length)]!
    let found = 0
    for (let trial = 0; trial < 90; trial++) {
      const n = 2 + (trial % 6)
      const from = new Float64Array(n).fill(1 / n)
      const upper = Float64Array.from({ length: n }, () => pick([0.1, 0.3, 0.5, 1]))
      const lower = upper.map((most) => Math.min(most, pick([-0.5, 0, 0, 0.1])))
      const group = (name: string) => ({
        name,
        members: [0, 1, 2].filter((asset) => asset < n && random() < 0.6),
        lower: pick([-0.2, 0.1, 0.3]),
        upper: pick([0.3, 0.5]),
      })
      const problem: Problem = {
        covariance: identity(n),
        budget: pick([0, 1, 1]),
        bounds: { lower, upper },
        groups: [group('a'), group('b')],
        ...(random() < 0.4 ? { grossExposure: pick([0.5, 1, 2]) } : {}),
        ...(random() < 0.6 ? { turnover: { from, max: pick([0, 0.1, 0.5]) } } : {}),
      }
      const outcome = minVolatility(problem)
      if (outcome.status !== 'infeasible') continue
      found += 1
      const { conflict } = outcome
      assert.equal(minVolatility(limitedTo(problem, conflict)).status, 'infeasible')
      for (const one of conflict) {
        const others = conflict.filter((reference) => reference !== one)
        assert.equal(minVolatility(limitedTo(problem, others)).status, 'optimal', `${outcome.explanation} without ${one.name}`)
      }
    }
    assert.ok(found > 30)
  })
})
