import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '@portofino/market'
import type { PeriodReturn } from '@portofino/simulator'
import { rangeTearsheet } from './range-tearsheet.ts'
import { riskFreeRate, rollingFigures } from '../returns/rolling-figures.ts'
import type { SampleRun } from '../sample-run.ts'
import { sampleRun } from '../sample-run.ts'

const commands = [
  'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC rf=2%',
  'WMT-L-60% BBY-S-40% 2005-01-01 2010-12-31 rebalance=monthly',
  'AMD-S-100% 2015-01-01 2018-01-01',
  'AAPL-L-100% 2020-03-05 2020-03-31 bench=^GSPC',
]

const wholeOf = ({ series }: SampleRun) => ({ fromIndex: 0, toIndex: series.dates.length - 1 })

const onTheWire = ({ benchmarkReturn, from, to, ...period }: PeriodReturn) => ({
  ...period,
  from: isoDate(from),
  to: isoDate(to),
  benchmark_return: benchmarkReturn,
})

for (const command of commands) {
  describe(command, () => {
    test('the whole range is the tearsheet of the simulator, to the last bit', async () => {
      const run = await sampleRun(command)
      const { tearsheet } = run.result
      const range = rangeTearsheet(run, wholeOf(run))
      assert.deepEqual(range.months.map(onTheWire), tearsheet.months)
      assert.deepEqual(range.years.map(onTheWire), tearsheet.years)
      assert.deepEqual(range.distribution, tearsheet.distribution)
      assert.deepEqual(
        range.drawdowns.slice(0, 10).map(({ peak, trough, recovery, depth, sessions }) => ({
          peak: isoDate(peak),
          trough: isoDate(trough),
          recovery: recovery === null ? null : isoDate(recovery),
          depth,
          sessions,
        })),
        tearsheet.drawdowns.map(({ peak, trough, recovery, depth, sessions }) => ({ peak, trough, recovery, depth, sessions })),
      )
      assert.deepEqual(
        range.crises.map((crisis) => [crisis.name, crisis.return, crisis.benchmarkReturn, crisis.maximumDrawdown]),
        tearsheet.crises.map((crisis) => [crisis.name, crisis.return, crisis.benchmark_return, crisis.max_drawdown]),
      )
      for (const end of ['best', 'worst'] as const) {
        const { day, month, year } = range[end]
        const expected = tearsheet[end]
        assert.deepEqual(day && { date: isoDate(day.day), return: day.return }, expected.day)
        assert.deepEqual([month && onTheWire(month), year && onTheWire(year)], [expected.month, expected.year])
      }
    })

    test('rolling figures are those of the simulator, to the last bit', async () => {
      const run = await sampleRun(command)
      for (const { months, sessions, sharpe, volatility, beta } of run.series.rolling) {
        const figures = rollingFigures(run, months)
        assert.equal(figures.sessions, sessions)
        assert.deepEqual([figures.sharpe?.portfolio, figures.volatility.portfolio, figures.beta], [sharpe, volatility, beta])
      }
    })
  })
}

describe('a part of a run', () => {
  test('has the months of the run, partial at its own ends', async () => {
    const run = await sampleRun(commands[0]!)
    const at = (date: string): number => run.series.dates.indexOf(date)
    const part = rangeTearsheet(run, { fromIndex: at('2020-05-15'), toIndex: at('2021-06-30') })
    assert.deepEqual(
      part.months.filter(({ partial }) => partial).map(({ year, month }) => [year, month]),
      [[2020, 5]],
    )
    const whole = rangeTearsheet(run, wholeOf(run))
    assert.deepEqual(part.months.slice(1), whole.months.slice(5, 18))
    assert.deepEqual(
      part.years.map(({ year, partial }) => [year, partial]),
      [
        [2020, true],
        [2021, true],
      ],
    )
  })

  test('has its own drawdowns, extremes and crises', async () => {
    const run = await sampleRun(commands[0]!)
    const at = (date: string): number => run.series.dates.indexOf(date)
    const part = rangeTearsheet(run, { fromIndex: at('2021-01-04'), toIndex: at('2021-12-31') })
    assert.equal(isoDate(part.drawdowns[0]!.peak), '2021-01-26')
    assert.ok(isoDate(part.best.day!.day).startsWith('2021'))
    assert.equal(part.columns.returns.length, part.columns.days.length - 1)
    assert.deepEqual(part.crises, [])
    assert.equal(
      part.distribution.counts.reduce((total, count) => total + count, 0),
      part.columns.returns.length,
    )
  })

  test('of one session has nothing to count', async () => {
    const run = await sampleRun(commands[0]!)
    const part = rangeTearsheet(run, { fromIndex: 5, toIndex: 5 })
    assert.deepEqual([part.months, part.drawdowns, part.best.day, part.distribution.edges], [[], [], null, []])
  })
})

test('the risk-free rate is read as the simulator read it', async () => {
  const { result } = await sampleRun(commands[0]!)
  assert.equal(riskFreeRate(result), 0.02)
  assert.equal(riskFreeRate({ policies: [{ id: 'rf', value: '^IRX', meaning: '', is_default: false }] }), null)
})
