import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { resultDocument } from './document.ts'
import { seriesCsv } from './document/series-csv.ts'
import { inventedRequest } from './invented-request.ts'
import type { SimulationResult } from './result.ts'
import { simulate } from './simulate.ts'

const prices = {
  'BTC-USD': { from: '2020-01-30', daily: [100, 150, 75, 300] },
  '^I': { from: '2020-01-30', daily: [10, 11, 12, 11], returns: 'price' as const },
}

function resultOf(command: string): SimulationResult {
  const outcome = simulate(inventedRequest(command, prices))
  assert.ok(outcome.status === 'ok' || outcome.status === 'ruined', JSON.stringify(outcome))
  return outcome.result
}

const plain = resultOf('BTC-USD-L-100% 2020-01-30 2020-02-02')
const compared = resultOf('BTC-USD-L-50% $CASH-L-50% 2020-01-30 2020-02-02 bench=^I')
const ruined = resultOf('BTC-USD-S-100% 2020-01-30 2020-02-02')

describe('resultDocument', () => {
  test('begins with what names the run, then the rest in this order', () => {
    const names =
      'command hash engine_version data_version data_source data_as_of status period policies notes cagr sharpe max_drawdown ' +
      'metrics metric_reasons metric_flags benchmark legs attribution tearsheet ruin'
    assert.equal(Object.keys(resultDocument(plain, { series: false })).join(' '), names)
    const withSeries = Object.keys(resultDocument(plain, { series: true })).join(' ')
    assert.equal(withSeries, `${names} trades portfolio_value daily_returns cumulative_returns series`)
  })

  test('dates the period used and the period asked', () => {
    assert.deepEqual(resultDocument(plain, { series: false }).period, {
      from: '2020-01-30',
      to: '2020-02-02',
      sessions: 4,
      requested_from: '2020-01-30',
      requested_to: '2020-02-02',
      periods_per_year: 365,
      start_moved_by: null,
      end_moved_by: null,
    })
  })

  test('gives the old fields their old form', () => {
    const document = resultDocument(plain, { series: true })
    const { cagr, sharpe, max_drawdown: maximumDrawdown, metrics } = document
    assert.deepEqual([cagr, sharpe, maximumDrawdown], [metrics.cagr, metrics.sharpe, metrics.max_drawdown])
    assert.equal(maximumDrawdown, 0.5)
    assert.deepEqual(document.portfolio_value, {
      '2020-01-30': 100_000,
      '2020-01-31': 150_000,
      '2020-02-01': 75_000,
      '2020-02-02': 300_000,
    })
    assert.deepEqual(document.daily_returns, { '2020-01-31': 0.5, '2020-02-01': -0.5, '2020-02-02': 3 })
    assert.deepEqual(document.cumulative_returns, { '2020-01-30': 0, '2020-01-31': 0.5, '2020-02-01': -0.25, '2020-02-02': 2 })
  })

  test('says why a metric is null, and only then', () => {
    const { metrics, metric_reasons: reasons } = resultDocument(plain, { series: false })
    assert.equal(reasons.beta, 'no benchmark was given')
    const nulls = Object.entries(metrics).filter(([, value]) => value === null)
    assert.deepEqual(Object.keys(reasons).toSorted(), nulls.map(([id]) => id).toSorted())
  })

  test('holds the benchmark, and that its closes lack dividends', () => {
    const { benchmark } = resultDocument(compared, { series: false })
    assert.equal(benchmark?.label, '^I')
    assert.equal(benchmark?.with_dividends, false)
    assert.equal(benchmark?.metrics.total_return?.toFixed(12), '0.100000000000')
  })

  test('holds columns of one length, a weight for each leg', () => {
    const { series, legs } = resultDocument(compared, { series: true })
    assert.ok(series !== undefined && series.benchmark !== null)
    const columns = [series.value, series.index, series.drawdown, series.cash, series.benchmark, ...series.weights]
    assert.ok(columns.every((column) => column.length === 4))
    assert.equal(series.weights.length, legs.length)
    assert.equal(series.returns.length, 3)
    assert.deepEqual(series.weights[1], [0.5, 0.4, 4 / 7, 0.25])
  })

  test('tells when and how far a run was ruined', () => {
    const { status, ruin, cagr, sharpe } = resultDocument(ruined, { series: false })
    assert.deepEqual(
      { status, ruin, cagr, sharpe },
      { status: 'ruined', ruin: { date: '2020-02-02', shortfall: 100_000 }, cagr: -1, sharpe: null },
    )
  })

  test('refuses a value that is no number', () => {
    const broken = { ...plain, series: { ...plain.series, value: Float64Array.of(1, Number.NaN, 1, 1) } }
    assert.throws(() => resultDocument(broken, { series: true }), {
      name: 'RangeError',
      message: 'Cannot write the result: value must be finite, got NaN',
    })
  })
})

describe('seriesCsv', () => {
  test('has a header and a line for each session, empty where there is no number', () => {
    assert.equal(
      [...seriesCsv(plain)].join(''),
      'date,value,index,return,drawdown,cash,gross,net,benchmark,weight_BTC-USD\n' +
        '2020-01-30,100000,1,,0,0,1,1,,1\n' +
        '2020-01-31,150000,1.5,0.5,0,0,1,1,,1\n' +
        '2020-02-01,75000,0.75,-0.5,-0.5,0,1,1,,1\n' +
        '2020-02-02,300000,3,3,0,0,1,1,,1\n',
    )
  })

  test('names cash by its word, and holds the benchmark', () => {
    const [header, , second] = [...seriesCsv(compared)]
    assert.equal(header, 'date,value,index,return,drawdown,cash,gross,net,benchmark,weight_BTC-USD,weight_$CASH\n')
    assert.equal(second, '2020-01-31,125000,1.25,0.25,0,50000,0.6,0.6,1.1,0.6,0.4\n')
  })

  test('has no cell that begins as a formula, except negative numbers', () => {
    const cells = [...seriesCsv(compared)].flatMap((line) => line.trimEnd().split(','))
    assert.deepEqual(
      cells.filter((cell) => /^[=+@-]/.test(cell) && !Number.isFinite(Number(cell))),
      [],
    )
  })

  test('quotes a name that holds a comma or a quote', () => {
    const named = { ...plain, legs: [{ ...plain.legs[0]!, symbol: 'A,"B"' }] }
    assert.match([...seriesCsv(named)][0]!, /,"weight_A,""B"""\n$/)
  })
})
