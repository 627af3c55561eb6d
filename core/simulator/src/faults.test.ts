import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber, isoDate, tradingCalendar, weekday } from '@portofino/market'
import { inventedRequest } from './invented-request.ts'
import { inventedResult } from './invented-result.ts'
import type { InventedPrices } from './invented-request.ts'
import { simulate } from './simulate.ts'

/** Each of these made an earlier simulator report wrong numbers without a word. */
describe('a fault that must not come back', () => {
  const year2020 = { from: dayNumber(2020, 1, 1), to: dayNumber(2020, 12, 31) }

  test('weekends as zero returns deflate the Sharpe ratio: only trading days are sessions', () => {
    const sessions = tradingCalendar('XNYS')!.sessions(year2020.from, year2020.to)
    const { series, period, metrics } = inventedResult('A-L-100% 2020-01-01 2020-12-31', { A: wavingPrices(sessions, 'XNYS') })
    assert.deepEqual(series.days, sessions)
    assert.ok(series.days.every((day) => weekday(day) < 5))
    assert.equal(period.periodsPerYear, 252)
    const closes = Array.from(sessions, wave)
    const profits = closes.slice(1).map((close, i) => close / closes[i]! - 1)
    assert.ok(Math.abs(metrics.values.sharpe! - sharpeByHand(profits, 252)) < 1e-12)
  })

  test('a leg that lists late jumps from zero to its full weight: the window is clipped and the leg named', () => {
    const late = { ...daily('2020-03-01', 40), calendar: 'everyday' }
    const { period, notes, series, legs, trades } = inventedResult('OLD-L-50% NEW-L-50% 2020-01-01 2020-04-09', {
      OLD: daily('2020-01-01', 100),
      NEW: late,
    })
    assert.equal(isoDate(period.from), '2020-03-01')
    assert.equal(period.startMovedBy, 'NEW')
    assert.deepEqual(
      notes.map(({ code, message, span }) => ({ code, message, span: [span.start, span.end] })),
      [{ code: 'W210', message: 'NEW has no price before 2020-03-01; the run starts there (late=clip)', span: [10, 19] }],
    )
    assert.equal(series.days.length, 40)
    assert.deepEqual(
      legs.map(({ firstWeight }) => firstWeight),
      [0.5, 0.5],
    )
    assert.ok(trades.every(({ day }) => day === period.from))
  })

  test('a value at or below zero goes on and even grows again: the run ends there, ruined', () => {
    const closes = { '2020-01-01': 100, '2020-01-02': 120, '2020-01-03': 220, '2020-01-04': 50, '2020-01-05': 10 }
    const { status, period, series, metrics, ruin } = inventedResult(
      'A-S-100% 2020-01-01 2020-01-05',
      { A: { closes } },
      'ruined',
    )
    assert.equal(status, 'ruined')
    assert.equal(isoDate(period.to), '2020-01-03')
    assert.deepEqual(Array.from(series.value), [100_000, 80_000, 0])
    assert.equal(metrics.values.total_return, -1)
    assert.equal(metrics.values.cagr, -1)
    assert.equal(metrics.values.max_drawdown, 1)
    assert.equal(metrics.values.sharpe, null)
    // 1,000 units short, sold for 100,000 on top of the capital, cost 220,000.
    assert.deepEqual(ruin, { day: dayNumber(2020, 1, 3), shortfall: 20_000 })
  })

  test('a ticker without prices silently becomes cash: the request is refused and the ticker named', () => {
    const request = inventedRequest('A-L-50% ZZZZ-L-50% 2020-01-01 2020-01-10', { A: daily('2020-01-01', 10) })
    assert.throws(() => simulate(request), {
      name: 'TypeError',
      message: 'Cannot simulate: every instrument needs its prices, got none for ZZZZ',
    })
  })

  test('markets that trade every day are annualized with 252 days: they count 365', () => {
    const days = tradingCalendar('everyday')!.sessions(year2020.from, year2020.to)
    const { series, period, metrics } = inventedResult('COIN-L-100% 2020-01-01 2020-12-31', {
      COIN: wavingPrices(days, 'everyday'),
    })
    assert.equal(series.days.length, 366)
    assert.equal(period.periodsPerYear, 365)
    const closes = Array.from(days, wave)
    const profits = closes.slice(1).map((close, i) => close / closes[i]! - 1)
    assert.ok(Math.abs(metrics.values.sharpe! - sharpeByHand(profits, 365)) < 1e-12)
    assert.ok(Math.abs(metrics.values.volatility! - deviation(profits) * Math.sqrt(365)) < 1e-12)
  })

  test('beside a five-day market the weekend of an everyday one falls into Monday, and a year has 252 sessions', () => {
    const days = tradingCalendar('everyday')!.sessions(year2020.from, year2020.to)
    const sessions = tradingCalendar('XNYS')!.sessions(year2020.from, year2020.to)
    const prices = { COIN: wavingPrices(days, 'everyday'), A: wavingPrices(sessions, 'XNYS') }
    const { series, period } = inventedResult('COIN-L-50% A-L-50% 2020-01-01 2020-12-31', prices)
    assert.deepEqual(series.days, sessions)
    assert.equal(period.periodsPerYear, 252)
    const friday = series.days.indexOf(dayNumber(2020, 6, 5))
    const grown = wave(dayNumber(2020, 6, 8)) / wave(dayNumber(2020, 6, 5)) - 1
    assert.ok(Math.abs(series.returns[friday]! - grown) < 1e-12)
  })
})

/** Rises on the whole, so that the Sharpe ratio is far from zero. */
function wave(day: number): number {
  return 100 + 5 * Math.sin(day) + (day - 18_262) / 10
}

function wavingPrices(days: Int32Array, calendar: string): InventedPrices {
  return { calendar, closes: Object.fromEntries(Array.from(days, (day) => [isoDate(day), wave(day)])) }
}

function daily(from: string, count: number): InventedPrices {
  return { from, daily: Array.from({ length: count }, (_, i) => 100 + (i % 7)) }
}

function sharpeByHand(profits: readonly number[], periodsPerYear: number): number {
  return (mean(profits) / deviation(profits)) * Math.sqrt(periodsPerYear)
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b) / values.length
}

function deviation(values: readonly number[]): number {
  const center = mean(values)
  return Math.sqrt(values.map((value) => (value - center) ** 2).reduce((a, b) => a + b) / (values.length - 1))
}
