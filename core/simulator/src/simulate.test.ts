import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate } from '@portofino/market'
import { inventedRequest } from './invented-request.ts'
import { inventedResult } from './invented-result.ts'
import { near } from './near.ts'
import type { InventedPrices } from './invented-request.ts'
import type { SimulationProgress } from './request.ts'
import { simulate } from './simulate.ts'

type Prices = Record<string, InventedPrices>

const from = '2020-01-30'
const rising = { from, daily: [100, 110, 120, 130] }
const flat = { from, daily: [50, 50, 50, 50] }
const period = '2020-01-30 2020-02-02'

describe('simulate', () => {
  test('explains a run from its command to its last trade', () => {
    // 1% of cost: 100,000/1.01 is invested; on the 31st 110 and 50 are brought back to halves.
    const run = inventedResult(`UP-L-50% FLAT-L-50% ${period} rebalance=monthly cost=1%`, { UP: rising, FLAT: flat })
    const start = 100_000 / 1.01
    const traded = start * 0.05
    const end = start * 1.05 - traded * 0.01
    assert.equal(run.command, `UP-L-50% FLAT-L-50% ${period} rebalance=monthly cost=100bps`)
    assert.equal(run.hash, `sha256 of ${run.command}`)
    assert.equal(run.status, 'ok')
    near(run.series.value, [100_000, end, end * (0.5 + (0.5 * 120) / 110), end * (0.5 + (0.5 * 130) / 110)])
    near(run.series.weights[0]!.subarray(0, 2), [0.5, 0.5])
    assert.deepEqual(
      run.trades.map(({ day, leg }) => `${isoDate(day)} ${leg}`),
      ['2020-01-30 0', '2020-01-30 1', '2020-01-31 0', '2020-01-31 1'],
    )
    near([run.trades[0]!.units, run.trades[0]!.cost, run.trades[1]!.units], [start / 200, start / 200, start / 100])
    near([run.trades[2]!.cost + run.trades[3]!.cost], [traded * 0.01])
    assert.ok(Math.abs(run.metrics.values.turnover! - ((traded / (2 * start * 1.05)) * 365.25) / 3) < 1e-12)
  })

  test('gives up with E310 where the value has outgrown all measure', () => {
    const outcome = simulate(inventedRequest(`UP-L-100% ${period}`, { UP: { from, daily: [1, 1e8, 1e16, 1e20] } }))
    assert.ok(outcome.status === 'failed')
    const [fault] = outcome.diagnostics
    assert.equal(fault!.message, 'costs cannot be solved at 2020-02-01')
    assert.match(fault!.help!, /outgrown 1e15 times the capital/)
  })

  test('charges slippage like commission', () => {
    const [apart, together] = ['cost=60bps slip=40bps', 'cost=1%'].map((costs) => {
      return inventedResult(`UP-L-50% FLAT-L-50% ${period} ${costs}`, { UP: rising, FLAT: flat }).series.value
    })
    near(apart!, [...together!])
  })

  test('attributes the return to legs, interest and costs, the first purchase to the first return', () => {
    const run = inventedResult(`UP-L-50% SHORT-S-50% ${period} cost=1% cash=36.5% borrow=73%`, { UP: rising, SHORT: flat })
    // After costs V = 100,000/1.01, half long, half short, all of V in cash; interest 0.1% a day on growing cash, fee 0.2% a day.
    const v = 1 / 1.01
    const cash = [v]
    for (let t = 1; t <= 3; t++) cash.push(cash[t - 1]! * 1.001 - v * 0.001)
    const interest = 0.001 * (cash[0]! + cash[1]! + cash[2]!)
    assert.deepEqual(
      run.attribution.rows.map(({ kind, leg, label }) => [kind, leg, label]),
      [
        ['leg', 0, 'UP'],
        ['leg', 1, 'SHORT'],
        ['interest', null, 'cash interest'],
        ['costs', null, 'costs'],
      ],
    )
    near(
      run.attribution.rows.map(({ contribution }) => contribution),
      [v * 0.15, -v * 0.003, interest, v - 1],
    )
    near(run.attribution.months[0]!.contributions, [v * 0.05, -v * 0.001, v * 0.001, v - 1])
    assert.equal(run.attribution.months.length, 2)
  })

  test('stops at ruin, attributes what was missing, and ends every series there', () => {
    const run = inventedResult(
      `UP-S-100% 2020-01-30 2020-02-02 bench=FLAT`,
      {
        UP: { from, daily: [100, 150, 230, 10] },
        FLAT: flat,
      },
      'ruined',
    )
    assert.equal(run.status, 'ruined')
    assert.deepEqual(run.ruin && [isoDate(run.ruin.day), Math.round(run.ruin.shortfall)], ['2020-02-01', 30_000])
    near(run.series.value, [100_000, 50_000, 0])
    assert.deepEqual([run.series.benchmark!.length, run.series.weights[0]!.length, run.period.sessions], [3, 3, 3])
    near(
      run.attribution.rows.map(({ contribution }) => contribution),
      [-1.3, 0, 0, 0.3],
    )
    const { total_return, cagr, max_drawdown, sharpe } = run.metrics.values
    assert.deepEqual([total_return, cagr, max_drawdown, sharpe], [-1, -1, 1, null])
  })

  test('says that ruin ended it, not the prices that would have ended later', () => {
    const prices = { UP: { from, daily: [100, 150, 230, 10, 10] }, SHORT: { from, daily: [1, 1, 1, 1] } }
    const run = inventedResult('UP-S-100% 2020-01-30 2020-02-03 bench=SHORT', prices, 'ruined')
    assert.deepEqual([isoDate(run.period.to), run.period.endMovedBy, run.notes], ['2020-02-01', null, []])
    assert.equal(run.policies.find(({ id }) => id === 'early_end')!.meaning, 'The run ended before its prices.')
    const saved = inventedResult('UP-S-10% $CASH-L-90% 2020-01-30 2020-02-03 bench=SHORT', prices)
    assert.equal(saved.period.endMovedBy, 'SHORT')
  })

  test('compares with an instrument by date, or with a basket that follows the rebalancing without costs', () => {
    const prices = { UP: rising, FLAT: flat }
    const single = inventedResult(`FLAT-L-100% ${period} bench=UP`, prices)
    near(single.series.benchmark!, [1, 1.1, 1.2, 1.3])
    assert.equal(single.benchmark!.label, 'UP')
    const basket = inventedResult(`FLAT-L-100% ${period} rebalance=daily cost=1% bench=(UP-L-50% FLAT-L-50%)`, prices)
    near(basket.series.benchmark!, [1, 1.05, 1.05 * (1 + 5 / 110), 1.05 * (1 + 5 / 110) * (1 + 5 / 120)])
    const held = inventedResult(`FLAT-L-100% ${period} bench=(UP-L-50% FLAT-L-50%)`, prices)
    near(held.series.benchmark!, [1, 1.05, 1.1, 1.15])
  })

  test('that equals its benchmark has beta 1, alpha 0, no tracking error', () => {
    const { values } = inventedResult(`UP-L-100% 2020-01-30 2020-02-02 bench=UP rf=1%`, {
      UP: { from, daily: [100, 90, 95, 120] },
    }).metrics
    near([values.beta!, values.alpha!, values.te!, values.r2!], [1, 0, 0, 1])
  })

  test('reads an instrument of yields as the risk-free rate of the session after', () => {
    const yields = { from, daily: [3.65, 7.3, 1, 9], currency: 'EUR' }
    const run = inventedResult(`UP-L-50% $CASH-L-50% ${period} rf=Y cash=rf`, { UP: flat, Y: yields })
    near(run.series.cash, [50_000, 50_005, 50_015.001, 50_015.001 * (1 + 0.01 / 365)])
  })

  test('holds cash for a late leg, or spreads its weight, and goes to target at its first close', () => {
    const prices = { UP: rising, NEW: { from: '2020-02-01', daily: [10, 20] } }
    const cash = inventedResult(`UP-L-50% NEW-L-50% ${period} late=cash`, prices)
    near(cash.series.weights[1]!.subarray(0, 3), [0, 0, 0.5])
    near(cash.series.value, [100_000, 105_000, 110_000, 55_000 * (130 / 120) + 110_000])
    const spread = inventedResult(`UP-L-50% NEW-L-50% ${period} late=spread`, prices)
    near(spread.series.weights[0]!.subarray(0, 3), [1, 1, 0.5])
    near(spread.series.value, [100_000, 110_000, 120_000, 60_000 * (130 / 120) + 120_000])
    assert.equal(spread.legs[1]!.ownReturn, 1)
  })

  test('notes carried prices after the notes of the command, in the order of the text', () => {
    const gappy = { closes: { '2020-01-30': 1, '2020-02-01': 2, '2020-02-02': 3 } }
    const run = inventedResult(`up-L-50% GAP-L-50% 2020-1-30 2020-02-03`, { UP: { from, daily: [1, 2, 3, 4, 5] }, GAP: gappy })
    assert.deepEqual(
      run.notes.map(({ code, message }) => `${code} ${message}`),
      [
        'N401 read "up" as UP',
        'W211 GAP has no price after 2020-02-02; the run ends there',
        'W212 GAP: 1 missing prices carried forward',
        'N402 read date "2020-1-30" as 2020-01-30',
      ],
    )
  })

  test('counts a trade at the carried price of a market that stays closed', () => {
    // New York trades on, Tokyo has its last two prices ten sessions apart and knows of no session between.
    const weekdays = ['02', '03', '06', '07', '08', '09', '10', '13', '14', '15', '16']
    const closes = Object.fromEntries(weekdays.map((day, i) => [`2020-01-${day}`, 100 + i]))
    const prices: Prices = {
      IBM: { market: 'XNYS', calendar: 'XNYS', closes },
      SONY: { market: 'XTKS', calendar: null, closes: { '2020-01-02': 10, '2020-01-16': 10 } },
    }
    const run = inventedResult('IBM-L-50% SONY-L-50% 2020-01-02 2020-01-16 rebalance=every(2d)', prices)
    assert.deepEqual([...new Set(run.trades.map(({ day }) => isoDate(day)))], ['2020-01-02', '2020-01-13', '2020-01-16'])
    assert.deepEqual(
      run.notes.map(({ message }) => message),
      ['SONY: 1 missing prices carried forward'],
    )
  })

  test('points at the cost that cannot be paid', () => {
    const command = `UP-L-50% FLAT-L-50% ${period} cost=$60000`
    const outcome = simulate(inventedRequest(command, { UP: rising, FLAT: flat }))
    assert.ok(outcome.status === 'failed')
    const [fault] = outcome.diagnostics
    assert.equal(fault!.message, 'costs cannot be solved at 2020-01-30')
    assert.equal(command.slice(fault!.span.start, fault!.span.end), 'cost=$60000')
  })

  test('returns faults in the order of the text', () => {
    const outcome = simulate(inventedRequest(`UP-L-50% FLAT-L-50% 2021-01-30 2021-02-02`, { UP: rising, FLAT: flat }))
    assert.ok(outcome.status === 'failed')
    assert.deepEqual(
      outcome.diagnostics.map(({ span }) => span.start),
      [0, 9],
    )
  })
})

describe('simulate under watch', () => {
  const request = inventedRequest(`UP-L-50% FLAT-L-50% ${period} rebalance=daily`, { UP: rising, FLAT: flat })

  test('reports its steps', () => {
    const seen: SimulationProgress[] = []
    simulate(request, { onProgress: (progress) => seen.push(progress) })
    assert.deepEqual(seen, [
      { step: 'simulating', done: 2, total: 4 },
      { step: 'simulating', done: 4, total: 4 },
      { step: 'metrics' },
    ])
  })

  test('ends when its signal is aborted, whatever it is doing', () => {
    assert.deepEqual(simulate(request, { signal: AbortSignal.abort() }), { status: 'canceled' })
    const signal = { aborted: false }
    const onProgress = ({ step }: SimulationProgress) => {
      signal.aborted = step === 'metrics'
    }
    assert.deepEqual(simulate(request, { onProgress, signal }), { status: 'canceled' })
  })

  test('gives equal results for equal requests', () => {
    assert.deepEqual(simulate(request), simulate(request, { onProgress: () => {} }))
  })
})
