import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RunResult } from '../../../api/queries.ts'
import { price } from '../../../format.ts'
import { tilesOf } from './tiles.ts'

const metrics = { total_return: 0.607665, cagr: 0.172279, max_drawdown: 0.302527, sharpe: 0.635559, volatility: 0.342283 }
const drawdown = {
  peak: '2021-12-27',
  trough: '2022-12-28',
  recovery: null,
  depth: -0.302527,
  calendar_days: 366,
  sessions: 253,
  days_to_trough: 366,
}
const run = {
  status: 'ok',
  metrics,
  metric_reasons: {},
  metric_flags: {},
  benchmark: {
    label: '^GSPC',
    with_dividends: false,
    metrics: { ...metrics, total_return: 0.161263, cagr: 0.0513 },
    metric_reasons: {},
    metric_flags: {},
  },
  policies: [{ id: 'rf', value: '0%', meaning: '', is_default: true }],
  period: { from: '2020-01-02', to: '2022-12-28', periods_per_year: 252 },
  tearsheet: { drawdowns: [drawdown] },
} as unknown as RunResult

function words(result: RunResult, benchmarkName: string | null = 'S&P 500'): string[] {
  return tilesOf(result, { benchmarkName, money: price }).map(({ label, value, lines }) =>
    `${label} ${value} | ${lines.map(({ text, rest = '' }) => `${text} ${rest}`.trim()).join(' | ')}`.replaceAll('\u00A0', ' '),
  )
}

test('each figure stands over that of the benchmark', () => {
  assert.deepEqual(words(run), [
    'Final value $160,767 | +60.77% on $100,000 | S&P 500 $116,126 | without dividends',
    'CAGR +17.23% | over 2 years and 360 days | S&P 500 +5.13% | without dividends',
    'Max drawdown −30.25% | 27 Dec 2021 to 28 Dec 2022 | not recovered | S&P 500 −30.25% | without dividends',
    'Sharpe ratio 0.64 | risk-free 0% | S&P 500 0.64 | without dividends',
    'Volatility 34.23% | 252 sessions a year | S&P 500 34.23% | without dividends',
  ])
})

test('a benchmark with dividends needs no word on them', () => {
  const [, growth] = words({ ...run, benchmark: { ...run.benchmark!, with_dividends: true } })
  assert.equal(growth, 'CAGR +17.23% | over 2 years and 360 days | S&P 500 +5.13%')
})

test('without a benchmark, over what it rests on', () => {
  assert.deepEqual(words({ ...run, benchmark: null }).slice(1), [
    'CAGR +17.23% | over 2 years and 360 days',
    'Max drawdown −30.25% | 27 Dec 2021 to 28 Dec 2022 | not recovered',
    'Sharpe ratio 0.64 | risk-free 0%',
    'Volatility 34.23% | 252 sessions a year',
  ])
})

test('a figure without a value says why', () => {
  const [, , , sharpe] = words({
    ...run,
    metrics: { ...metrics, sharpe: null },
    metric_reasons: { sharpe: 'the run was ruined' },
  })
  assert.equal(sharpe, 'Sharpe ratio — | no value: the run was ruined')
})

test('a yearly rate from less than a year says so', () => {
  assert.match(
    words({ ...run, metric_flags: { cagr: 'short' } })[1]!,
    /\| from less than a year \| S&P 500 \+5\.13% \| without dividends$/,
  )
})
