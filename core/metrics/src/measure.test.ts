import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { parseIsoDate } from '@portofino/market'
import { definition, definitions, measure, type Measures } from './measure.ts'
import type { Exposure, Flow, MeasuredRun } from './measured-run.ts'
import { metricIds, type MetricId } from './metrics.ts'

interface Fixture {
  days: string[]
  returns: number[]
  benchmarkReturns: number[]
  periodsPerYear: number
  riskFree: number
  riskFreeReturns: number[]
  exposure: Record<keyof Exposure, number[]>
  tradedShare: number
  flows: Flow[]
  trials: (number | null)[]
  expected: Record<string, number>
  expectedWithRiskFreeReturns: Record<string, number>
}

const path = join(import.meta.dirname, '../../../fixtures/metrics/sixty-sessions.json')
const fixture: Fixture = JSON.parse(readFileSync(path, 'utf8'))

function indexOf(returns: readonly number[]): Float64Array {
  const index = [1]
  for (const value of returns) index.push(index.at(-1)! * (1 + value))
  return Float64Array.from(index)
}

const sixtySessions: MeasuredRun = {
  index: indexOf(fixture.returns),
  days: Int32Array.from(fixture.days, (text) => parseIsoDate(text)!),
  periodsPerYear: fixture.periodsPerYear,
  riskFree: fixture.riskFree,
  benchmark: indexOf(fixture.benchmarkReturns),
  exposure: {
    gross: Float64Array.from(fixture.exposure.gross),
    net: Float64Array.from(fixture.exposure.net),
    cash: Float64Array.from(fixture.exposure.cash),
  },
  tradedShare: fixture.tradedShare,
  flows: fixture.flows,
  ruined: false,
  trials: fixture.trials,
}

function assertValues({ values }: Measures, expected: Record<string, number>): void {
  for (const [id, value] of Object.entries(expected)) {
    const actual = values[id as MetricId]
    const isEqual = actual !== null && Math.abs(actual - value) <= 1e-12 * Math.max(1, Math.abs(value))
    assert.ok(isEqual, `${id}: ${actual} is not ${value}`)
  }
}

describe('measure', () => {
  test('computes every measure as numpy and scipy do', () => {
    const measures = measure(sixtySessions)
    assert.deepEqual(Object.keys(fixture.expected).toSorted(), [...metricIds].toSorted())
    assertValues(measures, fixture.expected)
    assert.deepEqual(measures.reasons, {})
    assert.deepEqual(measures.flags, { cagr: 'short' })
  })

  test('takes a risk-free return for each session', () => {
    const measures = measure({ ...sixtySessions, riskFree: Float64Array.from(fixture.riskFreeReturns) })
    assertValues(measures, { ...fixture.expected, ...fixture.expectedWithRiskFreeReturns })
  })

  test('gives a ruined run its losses and no ratios', () => {
    const { values, reasons } = measure({
      ...sixtySessions,
      index: Float64Array.from(sixtySessions.index, (value, i) => (i === 60 ? 0 : value)),
      flows: [],
      ruined: true,
    })
    for (const id of ['total_return', 'cagr', 'twr', 'mwr', 'xirr_365', 'worst_day', 'worst_month'] as const) {
      assert.equal(values[id], -1, id)
    }
    assert.equal(values.max_drawdown, 1)
    for (const { id, group, unit } of definitions) {
      if (group !== 'benchmark' && group !== 'ratio' && unit !== 'ratio') continue
      assert.equal(values[id], null, id)
      assert.equal(reasons[id], 'the run was ruined')
    }
  })

  test('says why a value is null', () => {
    const { reasons } = measure({ ...sixtySessions, benchmark: null, exposure: null, trials: null })
    assert.equal(reasons.beta, 'no benchmark was given')
    assert.equal(reasons.exposure_net_mean, 'an index holds no positions')
    assert.equal(reasons.turnover, 'an index holds no positions')
    assert.equal(reasons.dsr, 'a single run has no other trials')
    const constant = measure({ ...sixtySessions, index: sixtySessions.index.map(() => 1) })
    assert.equal(constant.reasons.sharpe, 'the returns do not vary')
    assert.equal(constant.reasons.calmar, 'the value never fell')
    assert.equal(constant.values.volatility, 0)
    assert.equal(constant.values.max_drawdown, 0)
  })

  test('has no unique root for flows that two rates balance', () => {
    const { values, reasons } = measure({
      ...sixtySessions,
      index: Float64Array.of(1, 1, 1),
      days: Int32Array.of(0, 365, 730),
      benchmark: null,
      exposure: null,
      flows: [
        { session: 1, amount: -2.3 },
        { session: 2, amount: 2.62 },
      ],
    })
    assert.equal(values.mwr, null)
    assert.equal(reasons.mwr, 'no unique root')
  })

  test('needs two returns for all but the shape of their distribution', () => {
    const { reasons } = measure({
      ...sixtySessions,
      index: Float64Array.of(1, 1.1, 1.045),
      benchmark: Float64Array.of(1, 1.2, 1.1),
      days: Int32Array.from(['2020-01-02', '2020-01-31', '2020-02-03'], (text) => parseIsoDate(text)!),
      exposure: null,
      flows: [],
      trials: [0.1, 0.2],
    })
    const held = Object.entries(reasons).filter(([, reason]) => reason !== 'an index holds no positions')
    assert.deepEqual(Object.fromEntries(held), {
      skew: 'needs at least 3 returns, the run has 2',
      kurtosis: 'needs at least 4 returns, the run has 2',
    })
  })

  test('measures a run of one session and one of two', () => {
    const start = { ...sixtySessions, benchmark: null, exposure: null, flows: [] }
    const one = measure({ ...start, index: Float64Array.of(1), days: Int32Array.of(0) })
    assert.equal(one.values.total_return, 0)
    assert.equal(one.values.max_drawdown, 0)
    assert.equal(one.reasons.cagr, 'the run has one session only')
    assert.equal(one.reasons.best_day, 'needs at least 1 return, the run has 0')
    const two = measure({ ...start, index: Float64Array.of(1, 1.5), days: Int32Array.of(0, 400) })
    assert.equal(two.values.best_day, 0.5)
    assert.equal(two.reasons.volatility, 'needs at least 2 returns, the run has 1')
    assert.deepEqual(two.flags, {})
  })
})

describe('definitions', () => {
  test('cover every measure once, in the order of the tearsheet', () => {
    assert.deepEqual(
      definitions.map(({ id }) => id),
      metricIds,
    )
    assert.equal(new Set(definitions.map(({ name }) => name)).size, metricIds.length)
  })

  test('say everything about each', () => {
    for (const { id, name, plainName, meaning, formula, undefinedWhen } of definitions) {
      assert.match(name, /^[A-Z]/, id)
      assert.match(plainName, /^\S.*[^.]$/, id)
      assert.match(meaning, /^[A-Z0-9].{20,}\.$/, id)
      assert.match(formula, /\S/, id)
      assert.match(undefinedWhen, /^[A-Z].*\.$/, id)
    }
  })

  test('can be asked for by id', () => assert.equal(definition('sortino').name, 'Sortino ratio'))
})
