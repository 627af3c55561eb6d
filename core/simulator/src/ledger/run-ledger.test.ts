import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { noCosts } from '@portofino/rebalancing'
import type { Ledger, LedgerPlan } from './ledger-plan.ts'
import { runLedger } from './run-ledger.ts'

const none = Number.POSITIVE_INFINITY

/** One column a holding; due at the sessions listed; all else free and open unless overridden. */
function planOf(prices: number[][], targets: number[], overrides: Partial<LedgerPlan> & { dueAt?: number[] } = {}): LedgerPlan {
  const { dueAt = [], ...rest } = overrides
  const sessions = prices[0]!.length
  const due = new Uint8Array(sessions)
  for (const session of dueAt) due[session] = 1
  return {
    sessions,
    capital: 1000,
    prices: prices.map((column) => Float64Array.from(column)),
    stages: [{ from: 0, targets: Float64Array.from(targets) }],
    due,
    bands: [],
    watchesCash: false,
    open: null,
    costs: noCosts,
    accrual: null,
    ...rest,
  }
}

function finished(plan: LedgerPlan): Ledger {
  const outcome = runLedger(plan)
  assert.ok(outcome.kind === 'finished')
  return outcome.ledger
}

function near(actual: ArrayLike<number>, expected: number[]): void {
  assert.equal(actual.length, expected.length)
  for (const [i, value] of expected.entries()) {
    assert.ok(Math.abs(actual[i]! - value) <= 1e-9 * Math.max(1, Math.abs(value)), `entry ${i}: ${actual[i]} instead of ${value}`)
  }
}

const openAt = (...sessions: number[]) => Uint8Array.from({ length: 12 }, (_, session) => (sessions.includes(session) ? 1 : 0))

const tradeSessions = ({ trades }: Ledger) => [...trades.session.subarray(0, trades.count)]

describe('runLedger without trades after the first', () => {
  test('buys at session 0 and holds', () => {
    // 5 units at 100, 50 units at 10.
    const { value, cash, long, trades } = finished(
      planOf(
        [
          [100, 110, 120],
          [10, 9, 12],
        ],
        [0.5, 0.5],
      ),
    )
    near(value, [1000, 1000, 1200])
    near(cash, [0, 0, 0])
    near(long, [1000, 1000, 1200])
    near(trades.units.subarray(0, 2), [5, 50])
  })

  test('keeps what targets leave as cash: half long and half short hold all of it', () => {
    const ledger = finished(
      planOf(
        [
          [100, 110],
          [10, 9],
        ],
        [0.5, -0.5],
      ),
    )
    near(ledger.cash, [1000, 1000])
    near(ledger.long, [500, 550])
    near(ledger.short, [500, 450])
    near(ledger.value, [1000, 1100])
  })

  test('reports the capital at session 0 and lets the first cost fall into the first return', () => {
    // 1% on 1000/1.01 of stock; then +10%.
    const ledger = finished(planOf([[100, 110]], [1], { costs: { rate: 0.01, perShare: 0, perOrder: 0 } }))
    near(ledger.value, [1000, 1100 / 1.01])
    near(ledger.trades.cost.subarray(0, 1), [10 / 1.01])
    assert.ok(Math.abs(ledger.long[0]! - 1000 / 1.01) < 1e-9)
  })

  test('marks many holdings like few', () => {
    const columns = Array.from({ length: 7 }, (_, i) => [10, 10 + i, 20 - i, 15])
    const { value } = finished(planOf(columns, Array(7).fill(1 / 7)))
    const mean = (session: number) => columns.reduce((total, column) => total + column[session]! / 70, 0) * 1000
    near(value, [1000, mean(1), mean(2), mean(3)])
  })
})

describe('runLedger with rates', () => {
  test('pays interest on the cash of the session before', () => {
    // 400 of cash at 36.5% a year: 0.1% after one day, 0.3% of what is there then after three more.
    const accrual = {
      cash: Float64Array.of(0, day(0.365), 3 * day(0.365)),
      margin: new Float64Array(3),
      borrow: new Float64Array(3),
    }
    const ledger = finished(planOf([[100, 100, 100]], [0.6], { accrual }))
    near(ledger.cash, [400, 400.4, 400.4 * 1.003])
    near(ledger.interest!, [0, 0.4, 400.4 * 0.003])
    near(ledger.value, [1000, 1000.4, 600 + 400.4 * 1.003])
  })

  test('charges margin on borrowed cash and a fee on the value held short', () => {
    // 1.5 long, 0.7 short: cash 200. Then 2 long: cash -1000.
    const rates = { cash: Float64Array.of(0, 0.001), margin: Float64Array.of(0, 0.002), borrow: Float64Array.of(0, 0.003) }
    const short = finished(
      planOf(
        [
          [100, 100],
          [50, 60],
        ],
        [1.5, -0.7],
        { accrual: rates },
      ),
    )
    near(short.cash, [200, 200 + 0.2 - 2.1])
    const leveraged = finished(planOf([[100, 100]], [2], { accrual: rates }))
    near(leveraged.cash, [-1000, -1002])
    near(leveraged.interest!, [0, -2])
  })
})

describe('runLedger when a date is due', () => {
  test('returns to the targets at the close of that session', () => {
    // 1000 in halves; first doubles: 1500, back to 750 each; second doubles: 2250.
    const ledger = finished(
      planOf(
        [
          [10, 20, 20],
          [10, 10, 20],
        ],
        [0.5, 0.5],
        { dueAt: [1] },
      ),
    )
    near(ledger.value, [1000, 1500, 2250])
    near(ledger.trades.units.subarray(2, 4), [37.5, 75])
    near(ledger.trades.traded.subarray(0, 2), [1000, 500])
  })

  test('reports the value after the cost of the trade', () => {
    // V = 1500 − 0.01·((1000 − V/2) + (V/2 − 500)) = 1495.
    const costs = { rate: 0, perShare: 0, perOrder: 0 }
    const plan = planOf(
      [
        [10, 20],
        [10, 10],
      ],
      [0.5, 0.5],
      { dueAt: [1], costs },
    )
    const charged = finished({ ...plan, costs: { ...costs, rate: 0.01 } })
    const first = 1000 / 1.01
    near(charged.value, [1000, first * 1.5 - 0.01 * first * 0.5])
    near(charged.trades.valueBefore.subarray(0, 2), [1000, first * 1.5])
  })

  test('names the session whose costs have no solution', () => {
    const costs = { rate: 0, perShare: 0, perOrder: 40 }
    const plan = planOf(
      [
        [10, 0.4],
        [10, 0.2],
      ],
      [0.5, 0.5],
      { dueAt: [1], costs },
    )
    assert.deepEqual(runLedger(plan), { kind: 'unsolved', session: 1 })
    assert.deepEqual(runLedger({ ...plan, capital: 80 }), { kind: 'unsolved', session: 0 })
  })
})

describe('runLedger with bands', () => {
  const drift = [
    [100, 104, 110, 125, 125],
    [100, 100, 100, 100, 100],
  ]

  test('trades where a weight before trading is further off than the band', () => {
    // Weights of the first: 0.5098, 0.5238, 0.5556: beyond 5 points at session 3, back to half there.
    const ledger = finished(planOf(drift, [0.5, 0.5], { bands: [{ absolute: 0.05, relative: none }] }))
    assert.deepEqual(tradeSessions(ledger), [0, 3])
    near(ledger.long, [1000, 1020, 1050, 1125, 1125])
  })

  test('measures a relative band by the target', () => {
    const bands = [{ absolute: none, relative: 0.04 }]
    assert.deepEqual(tradeSessions(finished(planOf(drift, [0.5, 0.5], { bands }))), [0, 2, 3])
  })

  test('adds to dates', () => {
    // After the date only from 104 on: 0.514 at 110, 0.546 at 125.
    const bands = [{ absolute: 0.04, relative: none }]
    assert.deepEqual(tradeSessions(finished(planOf(drift, [0.5, 0.5], { bands, dueAt: [1] }))), [0, 1, 3])
  })

  test('watches cash only where it is a leg', () => {
    // Two thirds of 10 points of growth leave cash at 36.4% of a target of 40%.
    const prices = [
      [100, 110],
      [100, 110],
    ]
    const bands = [{ absolute: 0.02, relative: none }]
    assert.deepEqual(tradeSessions(finished(planOf(prices, [0.3, 0.3], { bands }))), [0])
    assert.deepEqual(tradeSessions(finished(planOf(prices, [0.3, 0.3], { bands, watchesCash: true }))), [0, 1])
  })
})

describe('runLedger with closed markets', () => {
  const flat = [Array(12).fill(10)]

  test('waits for the first session with all of them open', () => {
    const ledger = finished(planOf(flat, [1], { dueAt: [2], open: openAt(0, 1, 4, 5) }))
    assert.deepEqual(tradeSessions(ledger), [0, 4])
    assert.deepEqual(ledger.carriedTrades, [])
  })

  test('trades at carried prices after five sessions', () => {
    const ledger = finished(planOf(flat, [1], { dueAt: [2], open: openAt(0, 1, 9) }))
    assert.deepEqual(tradeSessions(ledger), [0, 7])
    assert.deepEqual(ledger.carriedTrades, [7])
  })

  test('decides nothing new while a trade waits', () => {
    const ledger = finished(planOf(flat, [1], { dueAt: [2, 3, 4], open: openAt(0, 1, 4, 5, 6) }))
    assert.deepEqual(tradeSessions(ledger), [0, 4])
  })
})

describe('runLedger with late listings', () => {
  test('goes to the targets of the stage in force', () => {
    const stages = [
      { from: 0, targets: Float64Array.of(0.5, 0) },
      { from: 2, targets: Float64Array.of(0.5, 0.5) },
    ] as const
    // Half in the first, which doubles; at session 2 all go to target: 750 each; then the second falls by half.
    const plan = planOf(
      [
        [10, 20, 20, 20],
        [7, 7, 7, 3.5],
      ],
      [],
      { stages, dueAt: [2] },
    )
    const ledger = finished(plan)
    near(ledger.value, [1000, 1500, 1500, 1125])
    near(ledger.cash, [500, 500, 0, 0])
  })
})

describe('runLedger at ruin', () => {
  test('stops at zero and says what was missing', () => {
    // Short 1000 of a price that rises by 150%: 2000 − 2500.
    const ledger = finished(planOf([[10, 15, 25, 5]], [-1], { dueAt: [3] }))
    assert.equal(ledger.sessions, 3)
    near(ledger.value, [1000, 500, 0])
    near(ledger.cash, [2000, 2000, 0])
    assert.ok(Math.abs(ledger.shortfall! - 500) < 1e-9)
  })

  test('counts exactly zero as ruin', () => {
    const ledger = finished(planOf([[10, 20, 5]], [-1]))
    assert.equal(ledger.sessions, 2)
    assert.equal(ledger.shortfall, 0)
  })
})

describe('runLedger under watch', () => {
  test('reports its sessions and ends when canceled', () => {
    const plan = planOf([[10, 10, 10, 10]], [1], { dueAt: [1, 2, 3] })
    const seen: number[] = []
    const outcome = runLedger(plan, { onSession: (done) => seen.push(done), isCanceled: () => seen.length === 2 })
    assert.deepEqual(outcome, { kind: 'canceled' })
    assert.deepEqual(seen, [2, 3])
  })
})
