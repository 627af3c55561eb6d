import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { near } from '../near.ts'
import { finishedLedger, inventedPlan } from './invented-plan.ts'
import type { Ledger } from './ledger-plan.ts'
import { runLedger } from './run-ledger.ts'

const none = Number.POSITIVE_INFINITY

const openAt = (...sessions: number[]) => Uint8Array.from({ length: 12 }, (_, session) => (sessions.includes(session) ? 1 : 0))

const tradeSessions = ({ trades }: Ledger) => [...trades.session.subarray(0, trades.count)]

describe('runLedger when a date is due', () => {
  test('returns to the targets at the close of that session', () => {
    // 1000 in halves; first doubles: 1500, back to 750 each; second doubles: 2250.
    const ledger = finishedLedger(
      inventedPlan(
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
    const plan = inventedPlan(
      [
        [10, 20],
        [10, 10],
      ],
      [0.5, 0.5],
      { dueAt: [1], costs },
    )
    const charged = finishedLedger({ ...plan, costs: { ...costs, rate: 0.01 } })
    const first = 1000 / 1.01
    near(charged.value, [1000, first * 1.5 - 0.01 * first * 0.5])
    near(charged.trades.valueBefore.subarray(0, 2), [1000, first * 1.5])
  })

  test('names the session whose costs have no solution', () => {
    const costs = { rate: 0, perShare: 0, perOrder: 40 }
    const plan = inventedPlan(
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
    const ledger = finishedLedger(inventedPlan(drift, [0.5, 0.5], { bands: [{ absolute: 0.05, relative: none }] }))
    assert.deepEqual(tradeSessions(ledger), [0, 3])
    near(ledger.long, [1000, 1020, 1050, 1125, 1125])
  })

  test('measures a relative band by the target', () => {
    const bands = [{ absolute: none, relative: 0.04 }]
    assert.deepEqual(tradeSessions(finishedLedger(inventedPlan(drift, [0.5, 0.5], { bands }))), [0, 2, 3])
  })

  test('adds to dates', () => {
    // After the date only from 104 on: 0.514 at 110, 0.546 at 125.
    const bands = [{ absolute: 0.04, relative: none }]
    assert.deepEqual(tradeSessions(finishedLedger(inventedPlan(drift, [0.5, 0.5], { bands, dueAt: [1] }))), [0, 1, 3])
  })

  test('watches cash only where it is a leg', () => {
    // Two thirds of 10 points of growth leave cash at 36.4% of a target of 40%.
    const prices = [
      [100, 110],
      [100, 110],
    ]
    const bands = [{ absolute: 0.02, relative: none }]
    assert.deepEqual(tradeSessions(finishedLedger(inventedPlan(prices, [0.3, 0.3], { bands }))), [0])
    assert.deepEqual(tradeSessions(finishedLedger(inventedPlan(prices, [0.3, 0.3], { bands, watchesCash: true }))), [0, 1])
  })
})

describe('runLedger with closed markets', () => {
  const flat = [Array(12).fill(10)]

  test('waits for the first session with all of them open', () => {
    const ledger = finishedLedger(inventedPlan(flat, [1], { dueAt: [2], open: openAt(0, 1, 4, 5) }))
    assert.deepEqual(tradeSessions(ledger), [0, 4])
    assert.deepEqual(ledger.carriedTrades, [])
  })

  test('trades at carried prices after five sessions', () => {
    const ledger = finishedLedger(inventedPlan(flat, [1], { dueAt: [2], open: openAt(0, 1, 9) }))
    assert.deepEqual(tradeSessions(ledger), [0, 7])
    assert.deepEqual(ledger.carriedTrades, [7])
  })

  test('decides nothing new while a trade waits', () => {
    const ledger = finishedLedger(inventedPlan(flat, [1], { dueAt: [2, 3, 4], open: openAt(0, 1, 4, 5, 6) }))
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
    const plan = inventedPlan(
      [
        [10, 20, 20, 20],
        [7, 7, 7, 3.5],
      ],
      [],
      { stages, dueAt: [2] },
    )
    const ledger = finishedLedger(plan)
    near(ledger.value, [1000, 1500, 1500, 1125])
    near(ledger.cash, [500, 500, 0, 0])
  })
})
