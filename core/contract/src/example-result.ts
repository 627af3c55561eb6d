import { exampleCommand } from './simulate.ts'

const year = { year: 2020, month: null, from: '2020-01-02', to: '2020-12-31', benchmark_return: null, partial: true }
const month = { year: 2020, month: 8, from: '2020-07-31', to: '2020-08-31', benchmark_return: null, partial: false }
const [bestMonth, bestYear] = [
  { ...month, return: 0.16258349 },
  { ...year, return: 0.59091109 },
]
const apple = { symbol: 'AAPL', name: 'Apple Inc.', side: 'L' as const, target: 0.5, first_weight: 0.5, last_weight: 0.53288263 }

/** What a run of the example command gives, with the first row of each table only. */
export const exampleResult = {
  command: exampleCommand,
  hash: '6b20ccfac6ff43cea764fe02cda364c11903d8a0606df0c308fc9d606c6ce159',
  engine_version: '0.1.0',
  data_version: '8a2f3f44293ea8917c2b3d4ab2d36a577baceadd329a6336b8c2cf35cd0ded2c',
  data_source: 'sample',
  data_as_of: '2022-12-28',
  status: 'ok' as const,
  period: {
    from: '2020-01-02',
    to: '2022-12-28',
    sessions: 754,
    requested_from: '2020-01-01',
    requested_to: '2023-01-01',
    periods_per_year: 252,
    start_moved_by: null,
    end_moved_by: 'AAPL',
  },
  policies: [{ id: 'rebalance', value: 'never', meaning: 'The legs were bought once and left alone.', is_default: true }],
  notes: [],
  cagr: 0.17227935,
  sharpe: 0.63555856,
  max_drawdown: 0.30252672,
  metrics: { total_return: 0.60766517, cagr: 0.17227935, volatility: 0.34228259, sharpe: 0.63555856, beta: null },
  metric_reasons: { beta: 'no benchmark was given' },
  metric_flags: {},
  benchmark: null,
  legs: [{ ...apple, min_weight: 0.45620795, max_weight: 0.58400213, mean_weight: 0.52721031, own_return: 0.71339368 }],
  attribution: {
    rows: [{ kind: 'leg' as const, leg: 0, label: 'AAPL', contribution: 0.35669684 }],
    years: [{ year: 2020, partial: true, contributions: [0.39119676], total: 0.59091109 }],
    months: [{ year: 2020, month: 1, partial: true, contributions: [0.01524922], total: 0.04516455 }],
  },
  tearsheet: {
    months: [bestMonth],
    years: [bestYear],
    drawdowns: [
      {
        peak: '2021-12-27',
        trough: '2022-12-28',
        recovery: null,
        depth: -0.30252672,
        calendar_days: 366,
        sessions: 253,
        days_to_trough: 366,
      },
    ],
    benchmark_drawdowns: null,
    best: { day: { date: '2020-03-13', return: 0.13125215 }, month: bestMonth, year: bestYear },
    worst: { day: { date: '2020-03-16', return: -0.13833526 }, month: null, year: null },
    crises: [
      {
        name: 'COVID-19 crash',
        from: '2020-02-19',
        to: '2020-03-23',
        return: -0.28965314,
        benchmark_return: null,
        max_drawdown: 0.28965314,
      },
    ],
    distribution: { edges: [-0.14, -0.13], counts: [1], mean: 0.00086326, deviation: 0.02156178 },
    correlation: { labels: ['AAPL'], values: [[1]] },
  },
  ruin: null,
}

/** The first two sessions of the same run. */
export const exampleSeries = {
  dates: ['2020-01-02', '2020-01-03'],
  value: [100_000, 98_891.4621],
  index: [1, 0.98891462],
  returns: [-0.01108538],
  drawdown: [0, -0.01108538],
  cash: [0, 0],
  gross: [1, 1],
  net: [1, 1],
  weights: [
    [0.5, 0.50068995],
    [0.5, 0.49931005],
  ],
  benchmark: null,
  benchmark_drawdown: null,
  rolling: [],
  trades: [{ date: '2020-01-02', leg: 0, units: 685.91995, price: 72.894803, value: 50_000, cost: 0 }],
}
