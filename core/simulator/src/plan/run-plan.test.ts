import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, parseIsoDate } from '@portofino/market'
import { inventedRequest } from '../invented-request.ts'
import type { InventedPrices } from '../invented-request.ts'
import { planRun } from './run-plan.ts'
import type { RunPlan } from './run-plan.ts'

type Prices = Record<string, InventedPrices>
const newYork = { market: 'XNYS', calendar: 'XNYS' }
const tokyo = { market: 'XTKS', calendar: null }
const daysOf = (...dates: string[]) => Int32Array.from(dates, (date) => parseIsoDate(date)!)

function planned(command: string, prices: Prices, sessions?: Map<string, Int32Array>): RunPlan {
  const planning = planRun(inventedRequest(command, prices, sessions))
  assert.ok(planning.kind === 'planned', JSON.stringify(planning))
  return planning.plan
}

function faults(command: string, prices: Prices): string[] {
  const planning = planRun(inventedRequest(command, prices))
  assert.ok(planning.kind === 'failed')
  return planning.diagnostics.map(({ code, message, span }) => `${code} ${message} | ${command.slice(span.start, span.end)}`)
}

const dates = ({ days }: RunPlan) => Array.from(days, isoDate)
const notes = (plan: RunPlan) => plan.notes.map(({ code, message }) => `${code} ${message}`)
const closes = (plan: RunPlan, symbol: string) => [...plan.priced.get(symbol)!.column.closes]

describe('the grid', () => {
  test('is every day when every leg trades every day, with 365 a year', () => {
    const plan = planned('BTC-L-100% 2020-01-03 2020-01-06', { BTC: { from: '2020-01-01', daily: [1, 2, 3, 4, 5, 6, 7] } })
    assert.deepEqual(dates(plan), ['2020-01-03', '2020-01-04', '2020-01-05', '2020-01-06'])
    assert.equal(plan.period.periodsPerYear, 365)
    assert.equal(plan.grid, 'everyday')
  })

  test('leaves weekends out in a mix, and an everyday move of a weekend falls into Monday', () => {
    const prices: Prices = {
      BTC: { from: '2020-01-02', daily: [1, 2, 3, 4, 5, 6] },
      IBM: { ...newYork, closes: { '2020-01-02': 9, '2020-01-03': 9, '2020-01-06': 9, '2020-01-07': 9 } },
    }
    const plan = planned('BTC-L-50% IBM-L-50% 2020-01-02 2020-01-07', prices)
    assert.deepEqual(dates(plan), ['2020-01-02', '2020-01-03', '2020-01-06', '2020-01-07'])
    assert.deepEqual(closes(plan, 'BTC'), [1, 2, 5, 6])
    assert.equal(plan.period.periodsPerYear, 252)
    assert.equal(plan.grid, 'mixed')
  })

  test('joins the sessions of several markets; a closed market keeps its last close', () => {
    // New York was closed on 2020-01-20, Tokyo had no price on the 21st.
    const prices: Prices = {
      IBM: { ...newYork, closes: { '2020-01-17': 1, '2020-01-21': 2, '2020-01-22': 3 } },
      SONY: { ...tokyo, closes: { '2020-01-17': 5, '2020-01-20': 6, '2020-01-22': 7 } },
    }
    const plan = planned('IBM-L-50% SONY-L-50% 2020-01-17 2020-01-22', prices)
    assert.deepEqual(dates(plan), ['2020-01-17', '2020-01-20', '2020-01-21', '2020-01-22'])
    assert.deepEqual(closes(plan, 'IBM'), [1, 1, 2, 3])
    assert.deepEqual(closes(plan, 'SONY'), [5, 6, 6, 7])
    assert.deepEqual([...plan.priced.get('IBM')!.column.open!], [1, 0, 1, 1])
  })

  test('takes the sessions of an unknown calendar from every stored series of its market', () => {
    const prices = { SONY: { ...tokyo, closes: { '2020-01-06': 5, '2020-01-08': 6 } } }
    const stored = new Map([['XTKS', daysOf('2019-12-30', '2020-01-06', '2020-01-07', '2020-01-08', '2020-02-03')]])
    const plan = planned('SONY-L-100% 2020-01-06 2020-01-08', prices, stored)
    assert.deepEqual(dates(plan), ['2020-01-06', '2020-01-07', '2020-01-08'])
    assert.equal(plan.priced.get('SONY')!.column.carried, 1)
  })

  test('does not change when a price is added on a closed day', () => {
    const sessions = { '2020-01-17': 1, '2020-01-21': 2, '2020-01-22': 3 }
    const withHoliday = { '2020-01-17': 1, '2020-01-20': 99, '2020-01-21': 2, '2020-01-22': 3 }
    const plans = [sessions, withHoliday].map((prices) => {
      return planned('IBM-L-100% 2020-01-17 2020-01-22', { IBM: { ...newYork, closes: prices } })
    })
    assert.deepEqual(dates(plans[1]!), dates(plans[0]!))
    assert.deepEqual(closes(plans[1]!, 'IBM'), closes(plans[0]!, 'IBM'))
    const abroad = { ...tokyo, closes: { '2020-01-17': 5, '2020-01-20': 6, '2020-01-22': 7 } }
    const prices: Prices = { IBM: { ...newYork, closes: withHoliday }, SONY: abroad }
    assert.deepEqual(closes(planned('IBM-L-50% SONY-L-50% 2020-01-17 2020-01-22', prices), 'IBM'), [1, 1, 2, 3])
  })

  test('lets prices tell the sessions before the calendar knows its exceptions', () => {
    const closesOf1989 = { '1989-12-27': 1, '1989-12-29': 2, '1990-01-02': 3 }
    const plan = planned('IBM-L-100% 1989-12-27 1990-01-02', { IBM: { ...newYork, closes: closesOf1989 } })
    assert.deepEqual(dates(plan), ['1989-12-27', '1989-12-29', '1990-01-02'])
  })

  test('carries a close from before the period only while the market is closed', () => {
    // 2020-02-17 was closed in New York, so the run begins at Friday's close there.
    const prices: Prices = {
      IBM: { ...newYork, closes: { '2020-02-14': 1, '2020-02-18': 2, '2020-02-19': 3 } },
      SONY: { ...tokyo, closes: { '2020-02-17': 5, '2020-02-18': 6, '2020-02-19': 7 } },
    }
    const plan = planned('IBM-L-50% SONY-L-50% 2020-02-17 2020-02-19', prices)
    assert.deepEqual(closes(plan, 'IBM'), [1, 2, 3])
    assert.deepEqual(notes(plan), [])
  })
})

describe('the window', () => {
  const early = { from: '2020-01-01', daily: [1, 2, 3, 4, 5, 6] }
  const late = { from: '2020-01-03', daily: [3, 4, 5, 6] }
  const short = { from: '2020-01-01', daily: [1, 2, 3, 4] }

  test('starts at the first common date and names the leg', () => {
    const plan = planned('A-L-50% B-L-50% 2020-01-01 2020-01-06', { A: early, B: late })
    assert.equal(dates(plan)[0], '2020-01-03')
    assert.equal(plan.period.startMovedBy, 'B')
    assert.equal(plan.period.requestedFrom, parseIsoDate('2020-01-01'))
    assert.deepEqual(notes(plan), ['W210 B has no price before 2020-01-03; the run starts there (late=clip)'])
    assert.deepEqual(plan.notes[0]!.span, plan.portfolio.legs[1]!.span)
  })

  test('ends at the last common date', () => {
    const plan = planned('A-L-50% B-L-50% 2020-01-01 2020-01-06', { A: early, B: short })
    assert.equal(dates(plan).at(-1), '2020-01-04')
    assert.equal(plan.period.endMovedBy, 'B')
    assert.deepEqual(notes(plan), ['W211 B has no price after 2020-01-04; the run ends there'])
  })

  test('ends where the calendar shows a later session though no series has one', () => {
    const closesOfIbm = { '2022-12-27': 1, '2022-12-28': 2 }
    const plan = planned('IBM-L-100% 2022-12-27 2023-01-01', { IBM: { ...newYork, closes: closesOfIbm } })
    assert.deepEqual(notes(plan), ['W211 IBM has no price after 2022-12-28; the run ends there'])
    const whole = planned('IBM-L-100% 2020-01-02 2020-01-05', {
      IBM: { ...newYork, closes: { '2020-01-02': 1, '2020-01-03': 2 } },
    })
    assert.deepEqual(notes(whole), [])
  })

  test('ends where another market shows a later session and no calendar says that this one was closed', () => {
    const prices: Prices = {
      IBM: { ...newYork, closes: { '2020-01-06': 1, '2020-01-07': 2, '2020-01-08': 3 } },
      SONY: { ...tokyo, closes: { '2020-01-06': 5, '2020-01-07': 6 } },
    }
    const plan = planned('IBM-L-50% SONY-L-50% 2020-01-06 2020-01-08', prices)
    assert.deepEqual(notes(plan), ['W211 SONY has no price after 2020-01-07; the run ends there'])
  })

  test('counts the benchmark and the risk-free rate like legs', () => {
    const prices = { A: early, B: late, Y: { ...short, currency: 'EUR' } }
    const plan = planned('A-L-100% 2020-01-01 2020-01-06 bench=B rf=Y', prices)
    assert.deepEqual([dates(plan)[0], dates(plan).at(-1)], ['2020-01-03', '2020-01-04'])
    assert.deepEqual([plan.period.startMovedBy, plan.period.endMovedBy], ['B', 'Y'])
  })

  test('does not wait for a leg with late=cash, but for the benchmark', () => {
    const plan = planned('A-L-50% B-L-50% 2020-01-01 2020-01-06 late=cash', { A: early, B: late })
    assert.equal(dates(plan)[0], '2020-01-01')
    assert.equal(plan.priced.get('B')!.column.listed, 2)
    assert.deepEqual(closes(plan, 'B'), [3, 3, 3, 4, 5, 6])
    const compared = planned('A-L-50% B-L-50% 2020-01-01 2020-01-06 late=cash bench=B', { A: early, B: late })
    assert.equal(dates(compared)[0], '2020-01-03')
  })

  test('says so where no calendar is known but the prices are far from the wish', () => {
    const prices = { SONY: { ...tokyo, closes: { '2015-01-05': 1, '2015-01-06': 2 } } }
    const plan = planned('SONY-L-100% 1990-01-01 2020-01-01', prices)
    assert.deepEqual(notes(plan), [
      'W210 SONY has no price before 2015-01-05; the run starts there (late=clip)',
      'W211 SONY has no price after 2015-01-06; the run ends there',
    ])
    assert.deepEqual(notes(planned('SONY-L-100% 2015-01-01 2015-01-10', prices)), [])
  })

  test('names others that end on the same session as related', () => {
    const plan = planned('A-L-40% B-L-40% C-L-20% 2020-01-01 2020-01-06', { A: early, B: short, C: short })
    assert.deepEqual(plan.notes[0]!.related, [plan.portfolio.legs[2]!.span])
  })
})

/** Ten days of prices that lack some from the third on. */
function pricesWithGap(length: number): InventedPrices {
  const rows = Array.from({ length: 10 }, (_, i) => [`2020-01-${String(i + 1).padStart(2, '0')}`, i + 1] as const)
  return { closes: Object.fromEntries(rows.filter((_, i) => i < 2 || i >= 2 + length)) }
}

describe('prices that do not go together', () => {
  const a = { from: '2020-01-01', daily: [1, 2, 3, 4, 5, 6, 7, 8, 9] }

  test('E303: a leg or benchmark without prices in the period', () => {
    const old = { from: '2019-01-01', daily: [1, 2, 3] }
    assert.deepEqual(faults('A-L-50% B-L-50% 2020-01-01 2020-01-06 bench=C', { A: a, B: old, C: old }), [
      'E303 B has no prices in this period | B-L-50%',
      'E303 C has no prices in this period | C',
    ])
    const weekend = { ...newYork, closes: { '2020-01-04': 1, '2020-01-05': 2 } }
    assert.deepEqual(faults('W-L-100% 2020-01-01 2020-01-06', { W: weekend }), ['E303 W has no prices in this period | W-L-100%'])
  })

  test('E304: a currency that differs from the first leg, but not of yields', () => {
    const euro = { ...a, currency: 'EUR' }
    assert.deepEqual(faults('A-L-50% B-L-50% 2020-01-01 2020-01-06 bench=C rf=Y', { A: a, B: euro, C: euro, Y: euro }), [
      'E304 A is in USD, B in EUR; currencies cannot be mixed | B-L-50%',
      'E304 A is in USD, C in EUR; currencies cannot be mixed | C',
    ])
    const planning = planRun(inventedRequest('A-L-50% B-L-50% 2020-01-01 2020-01-06 bench=C', { A: a, B: euro, C: euro }))
    const help = 'choose legs and benchmark in one currency; in USD: A; in EUR: B, C'
    assert.ok(planning.kind === 'failed' && planning.diagnostics.every((fault) => fault.help === help))
  })

  test('E305: prices that never meet, or only once', () => {
    const before = { from: '2020-01-01', daily: [1, 2, 3] }
    const command = 'A-L-50% B-L-50% 2020-01-01 2020-01-06'
    for (const from of ['2020-01-03', '2020-01-04', '2020-01-05']) {
      const after = { from, daily: [1, 2, 3, 4] }
      assert.deepEqual(faults(command, { A: before, B: after }), ['E305 no common period is left | 2020-01-01 2020-01-06'])
    }
  })

  test('E306: six open sessions without a price; five are carried', () => {
    const command = 'A-L-100% 2020-01-01 2020-01-10'
    const plan = planned(command, { A: pricesWithGap(5) })
    assert.deepEqual(closes(plan, 'A'), [1, 2, 2, 2, 2, 2, 2, 8, 9, 10])
    assert.equal(plan.priced.get('A')!.column.carried, 5)
    const two = { '2020-01-01': 1, '2020-01-05': 5, '2020-01-10': 10 }
    assert.equal(planned(command, { A: { closes: two } }).priced.get('A')!.column.carried, 7)
    assert.deepEqual(faults(command, { A: pricesWithGap(6) }), [
      'E306 A has no price for more than 5 sessions from 2020-01-03 | A-L-100%',
    ])
  })

  test('E307: a late leg or benchmark with late=error', () => {
    const prices = { A: a, B: { from: '2020-01-03', daily: [1, 2, 3, 4, 5, 6, 7] } }
    assert.deepEqual(faults('A-L-50% B-L-50% 2020-01-01 2020-01-06 late=error', prices), [
      'E307 B has no price before 2020-01-03 (late=error) | B-L-50%',
    ])
    assert.equal(faults('A-L-100% 2020-01-01 2020-01-06 bench=B late=error', prices).length, 1)
  })

  test('prices that are not given at all are a mistake of the caller', () => {
    const request = inventedRequest('A-L-100% 2020-01-01 2020-01-06', {})
    assert.throws(() => planRun(request), {
      name: 'TypeError',
      message: 'Cannot simulate: every instrument needs its prices, got none for A',
    })
  })
})
