import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber, isoDate, tradingCalendar } from '@portofino/market'
import type { SimulatedLeg } from '../simulated-run.ts'
import { monthReturns, yearReturns } from './period-returns.ts'

function leg(calendar: string | null): SimulatedLeg {
  const market = { market: null, calendar, currency: 'USD', returns: 'total', first: null, last: null } as const
  const instrument = { symbol: 'A', name: 'A', ...market }
  return { instrument, side: 'L', target: 1, listed: 0, settlement: null, closes: null, weights: new Float64Array() }
}

/** New York sessions within the days; the index doubles at each. */
function doublingRun([from, to]: [number, number], calendar: string | null = 'XNYS') {
  const days = tradingCalendar(calendar ?? 'XNYS')!.sessions(from, to)
  const grid = calendar === 'everyday' ? ('everyday' as const) : ('weekdays' as const)
  return { days, index: Float64Array.from(days, (_, i) => 2 ** i), benchmark: null, grid, legs: [leg(calendar)] }
}

const firstOf2020 = dayNumber(2020, 1, 2)

describe('monthReturns', () => {
  test('go from the last close before the month to its last close', () => {
    const [, february] = monthReturns(doublingRun([firstOf2020, dayNumber(2020, 3, 2)]))
    assert.equal(isoDate(february!.from), '2020-01-31')
    assert.equal(isoDate(february!.to), '2020-02-28')
    assert.equal(february!.return, 2 ** 19 - 1)
  })

  test('mark the first month, whose return up to the first close is missing', () => {
    assert.equal(monthReturns(doublingRun([firstOf2020, dayNumber(2020, 2, 28)]))[0]!.partial, true)
  })

  test('mark a last month that has a later session', () => {
    assert.deepEqual(lastIsPartial(dayNumber(2022, 12, 28), 'XNYS'), { month: true, year: true })
    assert.deepEqual(lastIsPartial(dayNumber(2020, 5, 28), 'XNYS'), { month: true, year: true })
  })

  test('do not mark one that ends at its last session, whatever days are left', () => {
    assert.deepEqual(lastIsPartial(dayNumber(2020, 5, 29), 'XNYS'), { month: false, year: true })
    assert.deepEqual(lastIsPartial(dayNumber(2022, 12, 30), 'XNYS'), { month: false, year: false })
  })

  test('of a market that never closes are whole at the last day only', () => {
    assert.equal(lastIsPartial(dayNumber(2020, 5, 30), 'everyday').month, true)
    assert.equal(lastIsPartial(dayNumber(2020, 5, 31), 'everyday').month, false)
  })

  test('of an unknown market are whole when only a weekend is left', () => {
    assert.equal(lastIsPartial(dayNumber(2020, 5, 28), null).month, true)
    assert.equal(lastIsPartial(dayNumber(2020, 5, 29), null).month, false)
  })
})

describe('yearReturns', () => {
  test('go from close to close, with the benchmark beside', () => {
    const run = doublingRun([dayNumber(2019, 12, 30), dayNumber(2021, 1, 5)])
    const benchmark = {
      label: 'B',
      instruments: [],
      settlement: null,
      index: run.index.map((value) => value ** 2),
      drawdown: new Float64Array(),
    }
    const years = yearReturns({ ...run, benchmark })
    assert.deepEqual(
      years.map(({ year, month, partial }) => ({ year, month, partial })),
      [
        { year: 2019, month: null, partial: true },
        { year: 2020, month: null, partial: false },
        { year: 2021, month: null, partial: true },
      ],
    )
    assert.equal(years[0]!.return, 1)
    assert.equal(years[0]!.benchmarkReturn, 3)
  })

  test('are none with a single session', () => {
    assert.deepEqual(yearReturns(doublingRun([firstOf2020, firstOf2020])), [])
  })
})

function lastIsPartial(lastDay: number, calendar: string | null): { month: boolean; year: boolean } {
  const run = doublingRun([firstOf2020, lastDay], calendar)
  return { month: monthReturns(run).at(-1)!.partial, year: yearReturns(run).at(-1)!.partial }
}
