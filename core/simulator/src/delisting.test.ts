import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '@portofino/market'
import { inventedRequest } from './invented-request.ts'
import type { InventedPrices } from './invented-request.ts'
import { inventedResult } from './invented-result.ts'
import { near } from './near.ts'
import type { SimulationResult } from './result.ts'
import { simulate } from './simulate.ts'

const notes = (run: SimulationResult) => run.notes.map(({ code, message }) => `${code} ${message}`)
const meaning = (run: SimulationResult, id: string) => run.policies.find((policy) => policy.id === id)!.meaning

const from = '2020-01-30'
const period = '2020-01-30 2020-02-02'
const halved = { on: '2020-01-31', return: -0.5 }
const dead = (daily: number[], delisting = halved): InventedPrices => ({ from, daily, delisting })
const alive = { from, daily: [50, 50, 60, 60] }

describe('a delisted leg', () => {
  test('becomes cash at the next session: last close times 1 + delisting return', () => {
    // 500 shares at 100 and 1,000 at 50. The 500 close at 110 and are paid with 55 each on the first of February.
    const command = `A-L-50% B-L-50% ${period} cost=$0`
    const run = inventedResult(command, { A: dead([100, 110]), B: alive })
    near(run.series.value, [100_000, 105_000, 87_500, 87_500])
    near(run.series.cash, [0, 0, 27_500, 27_500])
    near(run.series.weights[0]!, [0.5, 55 / 105, 0, 0])
    assert.equal(run.legs[0]!.lastWeight, 0)
    near([run.legs[0]!.ownReturn!], [-0.45])
    near(
      run.attribution.rows.map(({ contribution }) => contribution),
      [-0.225, 0.1, 0, 0],
    )
    assert.deepEqual(notes(run), ['W213 A stopped trading on 2020-01-31 (dead=cash)'])
    const { span } = run.notes[0]!
    assert.equal(command.slice(span.start, span.end), 'A-L-50%')
    assert.deepEqual([isoDate(run.period.to), run.period.endMovedBy], ['2020-02-02', null])
  })

  test('is no order: it costs nothing, is not listed and is no turnover', () => {
    const run = inventedResult(`A-L-50% B-L-50% ${period} cost=$10`, { A: dead([100, 110]), B: alive })
    const bought = 100_000 - 20
    near(run.series.value, [100_000, bought * 1.05, bought * 0.875, bought * 0.875])
    assert.equal(run.trades.length, 2)
    assert.equal(run.metrics.values.turnover, 0)
  })

  test('held short is bought back for what holders are paid', () => {
    // 500 shares short, 50,000 received for them; they are closed at 55 each.
    const run = inventedResult(`A-S-50% B-L-50% ${period}`, { A: dead([100, 110]), B: alive })
    near(run.series.value, [100_000, 95_000, 132_500, 132_500])
    near(run.series.cash, [100_000, 100_000, 72_500, 72_500])
  })

  test('that pays nothing loses its value, and a short one is closed for nothing', () => {
    const nothing = { A: dead([100, 110], { on: '2020-01-31', return: -1 }), B: alive }
    const costs = 'cost=$0.01/sh rebalance=daily'
    const long = inventedResult(`A-L-50% B-L-50% ${period}`, nothing)
    near(long.series.value, [100_000, 105_000, 60_000, 60_000])
    assert.equal(long.legs[0]!.ownReturn, -1)
    near(inventedResult(`A-S-50% B-L-50% ${period}`, nothing).series.value, [100_000, 95_000, 160_000, 160_000])
    const charged = inventedResult(`A-S-50% B-L-50% ${period} ${costs}`, nothing)
    assert.ok(charged.series.value.every((value) => value > 0))
  })

  test('alone, leaves the run in cash to the end of the period', () => {
    const run = inventedResult('A-L-100% 2020-01-30 2020-04-30 cash=36.5%', { A: dead([100, 110]) })
    assert.equal(isoDate(run.period.to), '2020-04-30')
    near(run.series.value.subarray(0, 4), [100_000, 110_000, 55_000, 55_055])
    const ruined = inventedResult(`A-L-100% ${period}`, { A: dead([100, 110], { on: '2020-01-31', return: -1 }) }, 'ruined')
    near(ruined.series.value, [100_000, 110_000, 0])
    assert.deepEqual(notes(ruined), ['W213 A stopped trading on 2020-01-31 (dead=cash)'])
  })

  test('is settled before a trade that is due at that session, and never bought again', () => {
    // 87,500 on the first: half of it in B. On the second B is worth 75 a share: 729 1/6 shares, 98,437.50 in all.
    const risen = { from, daily: [50, 50, 60, 75] }
    const run = inventedResult(`A-L-50% B-L-50% ${period} rebalance=every(2d)`, { A: dead([100, 110]), B: risen })
    near(run.series.value, [100_000, 105_000, 87_500, 98_437.5])
    near(run.series.cash, [0, 0, 43_750, 43_750])
    assert.deepEqual(
      run.trades.map(({ day, leg }) => `${isoDate(day)} ${leg}`),
      ['2020-01-30 0', '2020-01-30 1', '2020-02-01 1'],
    )
    near([run.trades[2]!.value], [-16_250])
  })

  test('is not watched by bands any longer', () => {
    // After the settlement B weighs half: 50,000 of 100,000, and stays within ten points of it.
    const prices = { A: dead([100, 100], { on: '2020-01-31', return: 0 }), B: { from, daily: [50, 50, 50, 55] } }
    const run = inventedResult(`A-L-50% B-L-50% ${period} rebalance=band(10%)`, prices)
    assert.equal(run.trades.length, 2)
    near(run.series.value, [100_000, 100_000, 100_000, 105_000])
  })

  test('says in the policy table what became of it', () => {
    const run = inventedResult(`A-L-50% B-L-50% ${period}`, { A: dead([100, 110]), B: alive })
    assert.equal(
      meaning(run, 'dead'),
      'A stopped trading on 2020-01-31; a session later its units became cash, 50% below the last close.',
    )
    assert.equal(meaning(run, 'early_end'), 'Prices reach the end of the period.')
  })

  test('is correlated with others only until its last close', () => {
    const prices = { A: dead([100, 110, 99], { on: '2020-02-01', return: -1 }), B: { from, daily: [10, 12, 9, 11, 10] } }
    const { tearsheet } = inventedResult('A-L-50% B-L-50% 2020-01-30 2020-02-03', prices)
    near([tearsheet.correlation.values[0]![1]!], [1])
  })
})

describe('a delisting', () => {
  const others = { B: { from, daily: [50, 50, 60, 60] } }

  test('on the last session of the run, or after it, changes nothing', () => {
    const last = { A: dead([100, 110, 120, 130], { on: '2020-02-02', return: -1 }), ...others }
    const run = inventedResult(`A-L-50% B-L-50% ${period}`, last)
    near([run.series.value.at(-1)!], [125_000])
    assert.deepEqual(notes(run), [])
  })

  test('after the session where another instrument ends the run is not reached', () => {
    const prices = { A: dead([100, 110, 120], { on: '2020-02-01', return: -1 }), C: { from, daily: [1, 1, 1] } }
    const run = inventedResult(`A-L-50% C-L-50% ${period}`, prices)
    assert.deepEqual(notes(run), ['W211 C has no price after 2020-02-01; the run ends there'])
    near([run.series.value.at(-1)!], [110_000])
  })

  test('before the run leaves the leg without prices', () => {
    const outcome = simulate(inventedRequest('A-L-50% B-L-50% 2020-02-01 2020-02-02', { A: dead([100, 110]), ...others }))
    assert.ok(outcome.status === 'failed')
    assert.equal(outcome.diagnostics[0]!.message, 'A has no prices in this period')
  })

  test('before a start that another leg moved leaves no common period', () => {
    const late = { from: '2020-02-01', daily: [1, 2, 3, 4] }
    const outcome = simulate(inventedRequest('A-L-50% N-L-50% 2020-01-30 2020-02-04', { A: dead([100, 110]), N: late }))
    assert.ok(outcome.status === 'failed')
    assert.equal(outcome.diagnostics[0]!.code, 'E305')
  })

  test('of a risk-free rate alone ends the run: a yield is nothing that pays out', () => {
    const run = inventedResult(`B-L-100% ${period} rf=A`, { A: dead([1, 2]), ...others })
    assert.deepEqual(notes(run), ['W211 A has no price after 2020-01-31; the run ends there'])
  })

  test('ends the carrying of missing prices', () => {
    // The last price is three sessions older than the delisting; eight sessions follow.
    const prices = { A: dead([100, 110], { on: '2020-02-03', return: 0.1 }), B: { from, daily: Array<number>(13).fill(50) } }
    const run = inventedResult('A-L-50% B-L-50% 2020-01-30 2020-02-11', prices)
    assert.deepEqual(notes(run), ['W212 A: 3 missing prices carried forward', 'W213 A stopped trading on 2020-02-03 (dead=cash)'])
    near(run.series.value.subarray(4, 7), [105_000, 110_500, 110_500])
  })

  test('of a leg that was also listed late pays for what was held between', () => {
    const prices = { A: { from: '2020-01-31', daily: [20, 30], delisting: { on: '2020-02-01', return: 0.5 } }, ...others }
    const waiting = inventedResult(`A-L-50% B-L-50% ${period} late=cash`, prices)
    // 50,000 of A at 20 on the 31st; 2,500 shares are paid with 45 each on the second.
    near(waiting.series.value, [100_000, 100_000, 135_000, 172_500])
    const clipped = inventedResult(`A-L-50% B-L-50% ${period}`, prices)
    assert.equal(clipped.period.startMovedBy, 'A')
    near(clipped.series.value, [100_000, 135_000, 172_500])
  })

  test('leaves the others at their targets where late legs are spread', () => {
    // A and B share the weight of N: 50% each. A dies; on the third, N's first close, B and N have 40% and 20%, A's 40% is cash.
    const prices = {
      A: dead([100, 100], { on: '2020-01-31', return: 0 }),
      B: { from, daily: [50, 50, 50, 50, 50] },
      N: { from: '2020-02-02', daily: [10, 20] },
    }
    const run = inventedResult('A-L-40% B-L-40% N-L-20% 2020-01-30 2020-02-03 late=spread rebalance=daily', prices)
    near(run.series.weights[1]!.subarray(0, 4), [0.5, 0.5, 0.5, 0.4])
    near(run.series.value, [100_000, 100_000, 100_000, 100_000, 120_000])
  })

  test('releases other trades from waiting for its market', () => {
    // Tokyo knows no session after the delisting; New York trades on.
    const weekdays = ['02', '03', '06', '07', '08', '09', '10', '13', '14', '15', '16']
    const closes = Object.fromEntries(weekdays.map((day, i) => [`2020-01-${day}`, 100 + i]))
    const run = inventedResult('IBM-L-50% SONY-L-50% 2020-01-02 2020-01-16 rebalance=every(4d)', {
      IBM: { market: 'XNYS', calendar: 'XNYS', closes },
      SONY: {
        market: 'XTKS',
        calendar: null,
        closes: { '2020-01-02': 10, '2020-01-03': 10 },
        delisting: { on: '2020-01-03', return: 0 },
      },
    })
    assert.deepEqual([...new Set(run.trades.map(({ day }) => isoDate(day)))], ['2020-01-02', '2020-01-08', '2020-01-14'])
    assert.deepEqual(notes(run), ['W213 SONY stopped trading on 2020-01-03 (dead=cash)'])
  })
})
