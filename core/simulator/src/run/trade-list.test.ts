import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inventedPlan } from '../ledger/invented-plan.ts'
import type { PlanOverrides } from '../ledger/invented-plan.ts'
import { runLedger } from '../ledger/run-ledger.ts'
import { tradeList } from './trade-list.ts'

const days = Int32Array.of(10, 11, 12)

function tradesOf(prices: number[][], targets: number[], overrides: PlanOverrides) {
  const plan = inventedPlan(prices, targets, overrides)
  const outcome = runLedger(plan)
  assert.ok(outcome.kind === 'finished')
  return tradeList(plan, outcome.ledger, { days, legs: targets.map((_, i) => i) })
}

describe('tradeList', () => {
  test('gives signed units, price, value and cost of each order', () => {
    // Halves of 1000 at 10 and 20; the first doubles, 750 each: 12.5 units sold, 12.5 bought.
    const prices = [
      [10, 20, 20],
      [20, 20, 20],
    ]
    assert.deepEqual(tradesOf(prices, [0.5, 0.5], { dueAt: [1] }), [
      { day: 10, leg: 0, units: 50, price: 10, value: 500, cost: 0 },
      { day: 10, leg: 1, units: 25, price: 20, value: 500, cost: 0 },
      { day: 11, leg: 0, units: -12.5, price: 20, value: -250, cost: 0 },
      { day: 11, leg: 1, units: 12.5, price: 20, value: 250, cost: 0 },
    ])
  })

  test('charges the order only where there was one before costs', () => {
    // 1003 buys 250, 250, 500 with three orders at 1. Then 300, 200, 500: two orders, and the third leg sells 1 to pay for them.
    const prices = [
      [10, 12, 12],
      [10, 8, 8],
      [10, 10, 10],
    ]
    const costs = { rate: 0, perShare: 0, perOrder: 1 }
    const trades = tradesOf(prices, [0.25, 0.25, 0.5], { capital: 1003, dueAt: [1], costs })
    assert.deepEqual(
      trades.map(({ leg, cost }) => [leg, cost]),
      [
        [0, 1],
        [1, 1],
        [2, 1],
        [0, 1],
        [1, 1],
        [2, 0],
      ],
    )
    assert.ok(Math.abs(trades[5]!.value + 1) < 1e-9)
  })

  test('leaves out what arithmetic rounds', () => {
    const prices = [
      [3, 3.3, 3.3],
      [7, 7.7, 7.7],
    ]
    assert.equal(tradesOf(prices, [1 / 3, 2 / 3], { dueAt: [1, 2] }).length, 2)
  })
})
