import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compoundAnnualGrowth } from './compound-annual-growth.ts'
import { investorFlows, moneyWeightedReturn } from './money-weighted-return.ts'

const flowsAt = (...flows: [day: number, amount: number][]): { day: number; amount: number }[] =>
  flows.map(([day, amount]) => ({ day, amount }))

describe('moneyWeightedReturn', () => {
  test('matches the example of the spreadsheet function XIRR', () => {
    // Documentation of XIRR: -10,000 on 2008-01-01, then 2,750, 4,250, 3,250, 2,750 give 0.373362535.
    const rate = moneyWeightedReturn(flowsAt([0, -10_000], [60, 2750], [303, 4250], [411, 3250], [456, 2750]), 365)
    assert.equal(rate?.toFixed(8), '0.37336253')
  })

  test('is the growth rate for one payment in and one out, to the bit', () => {
    const growth = compoundAnnualGrowth(Float64Array.of(1, 1.607665174), { calendarDays: 1091, daysPerYear: 365.25 })
    assert.equal(moneyWeightedReturn(flowsAt([0, -1], [1091, 1.607665174]), 365.25), growth)
    assert.equal(moneyWeightedReturn(flowsAt([0, -1], [1091, 0]), 365.25), -1)
    assert.equal(moneyWeightedReturn(flowsAt([0, -4], [730, 9]), 365), 0.5)
  })

  test('is null when two rates balance the flows', () => {
    // -1 + 2.3/(1 + x) - 1.32/(1 + x)² is zero at 10% and at 20%.
    assert.equal(moneyWeightedReturn(flowsAt([0, -1], [365, 2.3], [730, -1.32]), 365), null)
  })

  test('is null when none does', () => {
    assert.equal(moneyWeightedReturn(flowsAt([0, -1], [365, -1], [730, -1]), 365), null)
    assert.equal(moneyWeightedReturn(flowsAt([0, -1], [365, 1], [730, -1]), 365), null)
  })

  test('finds the only rate although the flows change direction three times', () => {
    // (y - 1.1)(y² + y + 1), with y = 1 + x growth per year, has one root above 0.
    const flows = flowsAt([0, -1], [365, 0.1], [730, 0.1], [1095, 1.1])
    assert.equal(moneyWeightedReturn(flows, 365)?.toFixed(9), '0.100000000')
    const turning = flowsAt([0, -1], [365, 1.6], [730, -1.55], [1095, 1.1])
    assert.equal(moneyWeightedReturn(turning, 365)?.toFixed(9), '0.100000000')
  })

  test('balances the flows it is asked for', () => {
    const amounts = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 100, max: 9000 }), (drawn, end) => {
        const flows = flowsAt([0, -1000], ...drawn.map((amount, i): [number, number] => [31 * (i + 1), amount]), [31 * 31, end])
        const rate = moneyWeightedReturn(flows, 365.25)
        if (rate === null) return
        const terms = flows.map(({ day, amount }) => amount * (1 + rate) ** (-day / 365.25))
        const size = terms.reduce((total, term) => total + Math.abs(term), 0)
        assert.ok(Math.abs(terms.reduce((total, term) => total + term, 0)) < 1e-11 * size)
      }),
    )
  })
})

describe('investorFlows', () => {
  test('carries each flow to the end with the index', () => {
    const days = Int32Array.of(0, 100, 200, 300)
    const flows = [
      { session: 1, amount: 0.5 },
      { session: 3, amount: -0.25 },
    ]
    // Money: 1, doubled and 0.5 added 2.5, halved 1.25, doubled and 0.25 taken 2.25.
    assert.deepEqual(
      investorFlows({ index: Float64Array.of(1, 2, 1, 2), days, flows }),
      flowsAt([0, -1], [100, -0.5], [300, 0.25], [300, 2.25]),
    )
  })

  test('ends with nothing after a ruin', () => {
    const run = { index: Float64Array.of(1, 2, 0), days: Int32Array.of(0, 1, 2), flows: [{ session: 1, amount: 1 }] }
    assert.deepEqual(investorFlows(run), flowsAt([0, -1], [1, -1], [2, 0]))
  })
})
