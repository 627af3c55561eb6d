import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { near } from '../near.ts'
import { finishedLedger, inventedPlan } from './invented-plan.ts'
import { runLedger } from './run-ledger.ts'

describe('runLedger without trades after the first', () => {
  test('buys at session 0 and holds', () => {
    // 5 units at 100, 50 units at 10.
    const { value, cash, long, trades } = finishedLedger(
      inventedPlan(
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
    const ledger = finishedLedger(
      inventedPlan(
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
    const ledger = finishedLedger(inventedPlan([[100, 110]], [1], { costs: { rate: 0.01, perShare: 0, perOrder: 0 } }))
    near(ledger.value, [1000, 1100 / 1.01])
    near(ledger.trades.cost.subarray(0, 1), [10 / 1.01])
    assert.ok(Math.abs(ledger.long[0]! - 1000 / 1.01) < 1e-9)
  })

  test('marks many holdings like few', () => {
    const columns = Array.from({ length: 7 }, (_, i) => [10, 10 + i, 20 - i, 15])
    const { value } = finishedLedger(inventedPlan(columns, Array(7).fill(1 / 7)))
    const mean = (session: number) => columns.reduce((total, column) => total + column[session]! / 70, 0) * 1000
    near(value, [1000, mean(1), mean(2), mean(3)])
  })
})

describe('runLedger with rates', () => {
  test('pays interest on the cash of the session before', () => {
    // 400 of cash at 36.5% a year: 0.1% after one day, 0.3% of what is there then after three more.
    const accrual = { cash: Float64Array.of(0, 0.001, 0.003), margin: new Float64Array(3), borrow: new Float64Array(3) }
    const ledger = finishedLedger(inventedPlan([[100, 100, 100]], [0.6], { accrual }))
    near(ledger.cash, [400, 400.4, 400.4 * 1.003])
    near(ledger.interest!, [0, 0.4, 400.4 * 0.003])
    near(ledger.value, [1000, 1000.4, 600 + 400.4 * 1.003])
  })

  test('charges margin on borrowed cash and a fee on the value held short', () => {
    // 1.5 long, 0.7 short: cash 200. Then 2 long: cash -1000.
    const rates = { cash: Float64Array.of(0, 0.001), margin: Float64Array.of(0, 0.002), borrow: Float64Array.of(0, 0.003) }
    const short = finishedLedger(
      inventedPlan(
        [
          [100, 100],
          [50, 60],
        ],
        [1.5, -0.7],
        { accrual: rates },
      ),
    )
    near(short.cash, [200, 200 + 0.2 - 2.1])
    const leveraged = finishedLedger(inventedPlan([[100, 100]], [2], { accrual: rates }))
    near(leveraged.cash, [-1000, -1002])
    near(leveraged.interest!, [0, -2])
  })
})

describe('runLedger at ruin', () => {
  test('stops at zero and says what was missing', () => {
    // Short 1000 of a price that rises by 150%: 2000 − 2500.
    const ledger = finishedLedger(inventedPlan([[10, 15, 25, 5]], [-1], { dueAt: [3] }))
    assert.equal(ledger.sessions, 3)
    near(ledger.value, [1000, 500, 0])
    near(ledger.cash, [2000, 2000, 0])
    assert.ok(Math.abs(ledger.shortfall! - 500) < 1e-9)
  })

  test('counts exactly zero as ruin', () => {
    const ledger = finishedLedger(inventedPlan([[10, 20, 5]], [-1]))
    assert.equal(ledger.sessions, 2)
    assert.equal(ledger.shortfall, 0)
  })
})

describe('runLedger beyond measure', () => {
  test('ends where the value has outgrown the capital', () => {
    assert.deepEqual(runLedger(inventedPlan([[1, 1e14, 1e15, 1]], [1])), { kind: 'outgrown', session: 2 })
  })

  test('lets no NaN pass', () => {
    const accrual = { cash: Float64Array.of(0, Number.NaN), margin: new Float64Array(2), borrow: new Float64Array(2) }
    assert.deepEqual(runLedger(inventedPlan([[1, 1]], [0.5], { accrual })), { kind: 'outgrown', session: 1 })
  })
})

describe('runLedger under watch', () => {
  test('reports its sessions and ends when canceled', () => {
    const plan = inventedPlan([[10, 10, 10, 10]], [1], { dueAt: [1, 2, 3] })
    const seen: number[] = []
    const outcome = runLedger(plan, { onSession: (done) => seen.push(done), isCanceled: () => seen.length === 2 })
    assert.deepEqual(outcome, { kind: 'canceled' })
    assert.deepEqual(seen, [2, 3])
  })
})
