import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, parseIsoDate } from '@portofino/market'
import { inventedRequest } from '../invented-request.ts'
import type { InventedPrices } from '../invented-request.ts'
import { inventedResult } from '../invented-result.ts'
import { near } from '../near.ts'
import { planRun } from './run-plan.ts'
import type { RunPlan } from './run-plan.ts'

type Prices = Record<string, InventedPrices>
const newYork = { market: 'XNYS', calendar: 'XNYS' }
const nowhere = { market: null, calendar: null }

function planned(command: string, prices: Prices): RunPlan {
  const planning = planRun(inventedRequest(command, prices))
  assert.ok(planning.kind === 'planned', JSON.stringify(planning))
  return planning.plan
}

const dates = ({ days }: RunPlan) => Array.from(days, isoDate)
const closes = (plan: RunPlan, symbol: string) => [...plan.priced.get(symbol)!.column.closes]
const notes = (plan: Pick<RunPlan, 'notes'>) => plan.notes.map(({ code, message }) => `${code} ${message}`)

describe('a series that goes on after the period', () => {
  const week = { '2020-01-06': 1, '2020-01-07': 2, '2020-01-08': 3, '2020-01-09': 4 }
  const b = { ...newYork, closes: { ...week, '2020-01-10': 5 } }
  const command = 'A-L-50% B-L-50% 2020-01-06 2020-01-10'

  test('has its close carried to the last session', () => {
    const plan = planned(command, { A: { ...newYork, closes: { ...week, '2020-01-13': 9 } }, B: b })
    assert.equal(dates(plan).at(-1), '2020-01-10')
    assert.deepEqual(closes(plan, 'A'), [1, 2, 3, 4, 4])
    assert.equal(plan.priced.get('A')!.column.carried, 1)
    assert.deepEqual([plan.period.endMovedBy, notes(plan)], [null, []])
  })

  test('may be known to do so by the last day of its instrument alone', () => {
    const moved = ['W211 A has no price after 2020-01-09; the run ends there']
    // A Saturday is no session of its market.
    for (const [last, expected] of [
      ['2020-01-13', []],
      ['2020-01-09', moved],
      ['2020-01-11', moved],
    ] as const) {
      const a = { ...newYork, closes: week, last: parseIsoDate(last)! }
      assert.deepEqual(notes(planned(command, { A: a, B: b })), expected)
    }
  })

  test('is not told by a price on a closed day', () => {
    const plan = planned(command, { A: { ...newYork, closes: { ...week, '2020-01-11': 9 } }, B: b })
    assert.deepEqual(notes(plan), ['W211 A has no price after 2020-01-09; the run ends there'])
  })

  test('without a calendar counts as closed in between', () => {
    const plan = planned(command, { A: { ...nowhere, closes: { ...week, '2020-01-13': 9 } }, B: b })
    assert.deepEqual(closes(plan, 'A'), [1, 2, 3, 4, 4])
    assert.equal(plan.priced.get('A')!.column.carried, 0)
    const monthly = { ...nowhere, closes: { '2020-04-30': 1, '2020-05-29': 2, '2020-06-30': 3 } }
    assert.deepEqual(notes(planned('A-L-100% 2020-04-30 2020-06-20', { A: monthly })), [])
  })

  test('lends none of its later prices to the run', () => {
    const values = [9, 900].map((later) => {
      const prices = { A: { ...newYork, closes: { ...week, '2020-01-13': later } }, B: b }
      return inventedResult(command, prices)
    })
    assert.deepEqual(values[0], values[1])
  })

  test('is at fault when more than five sessions lack a price, as in a longer run', () => {
    const halted = { from: '2020-01-01', closes: { '2020-01-01': 1, '2020-01-02': 2, '2020-02-10': 3 } }
    const alive = { from: '2020-01-01', daily: Array<number>(60).fill(1) }
    const faultTo = (to: string) => {
      const planning = planRun(inventedRequest(`A-L-50% B-L-50% 2020-01-01 ${to}`, { A: halted, B: alive }))
      return planning.kind === 'failed' ? planning.diagnostics.map(({ message }) => message) : []
    }
    assert.deepEqual(faultTo('2020-01-07'), [])
    for (const to of ['2020-01-08', '2020-02-09', '2020-02-20']) {
      assert.deepEqual(faultTo(to), ['A has no price for more than 5 sessions from 2020-01-03'])
    }
  })
})

describe('a delisting after which nothing tells the sessions', () => {
  const thursday = { '2020-02-18': 100, '2020-02-19': 110, '2020-02-20': 100 }
  const dead = (on: string): InventedPrices => ({ ...nowhere, closes: thursday, delisting: { on, return: -0.5 } })

  test('is settled on the next weekday, where the run ends', () => {
    const run = inventedResult('A-L-100% 2020-02-18 2020-03-31', { A: dead('2020-02-20') })
    near(run.series.value, [100_000, 110_000, 100_000, 50_000])
    assert.deepEqual(Array.from(run.series.days.subarray(2), isoDate), ['2020-02-20', '2020-02-21'])
    assert.deepEqual(notes(run), [
      'W211 A has no price after 2020-02-21; the run ends there',
      'W213 A stopped trading on 2020-02-20 (dead=cash)',
    ])
  })

  test('waits for the delisting itself, and for a weekend to end', () => {
    const plan = planned('A-L-100% 2020-02-18 2020-03-31', { A: dead('2020-02-21') })
    assert.deepEqual(dates(plan).slice(2), ['2020-02-20', '2020-02-24'])
  })

  test('is not reached when the period ends before', () => {
    for (const to of ['2020-02-20', '2020-02-23']) {
      const plan = planned(`A-L-100% 2020-02-18 ${to}`, { A: dead('2020-02-21') })
      assert.deepEqual([dates(plan).at(-1), notes(plan)], ['2020-02-20', []])
    }
  })

  test('is settled with others of its kind, beside a benchmark that lives on', () => {
    const lives = { from: '2020-02-01', daily: Array<number>(90).fill(7) }
    const prices = { A: dead('2020-02-20'), B: { ...dead('2020-02-20'), closes: { '2020-02-17': 8, ...thursday } }, L: lives }
    const run = inventedResult('A-L-50% B-L-50% 2020-02-18 2020-03-31 bench=L', prices)
    near(run.series.value, [100_000, 110_000, 100_000, 50_000])
    assert.equal(run.period.endMovedBy, 'A')
  })

  test('takes no holiday of another leg for a session', () => {
    // Thanksgiving; New York knows that it was closed.
    const wednesday = { '2020-11-24': 10, '2020-11-25': 10 }
    const gone = { ...nowhere, closes: wednesday, delisting: { on: '2020-11-25', return: -1 } }
    const plan = planned('A-L-50% B-L-50% 2020-11-24 2020-11-26', { A: gone, B: { ...newYork, closes: wednesday } })
    assert.deepEqual(dates(plan), ['2020-11-24', '2020-11-25'])
  })
})
