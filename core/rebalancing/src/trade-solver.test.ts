import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { CostModel } from './cost-model.ts'
import { noCosts, orderCost } from './cost-model.ts'
import type { TradeProblem } from './trade-solver.ts'
import { solveTrade } from './trade-solver.ts'

const byRate = (rate: number): CostModel => ({ rate, perShare: 0, perOrder: 0 })

function purchase(value: number, costs: CostModel, targets = [1]): TradeProblem {
  const holdings = new Float64Array(targets.length)
  return { value, targets: Float64Array.from(targets), holdings, prices: holdings.map(() => 20), costs }
}

function solved(problem: TradeProblem) {
  const solution = { value: 0, cost: 0, traded: 0 }
  assert.equal(solveTrade(problem, solution), 'solved')
  return solution
}

const isNear = (actual: number, expected: number) => Math.abs(actual - expected) <= 1e-11 * Math.max(1, Math.abs(expected))

describe('solveTrade', () => {
  test('leaves the value alone without costs', () => {
    assert.deepEqual(solved(purchase(1000, noCosts, [0.6, -0.3])), { value: 1000, cost: 0, traded: 900 })
  })

  test('buys everything with what the cost leaves: V = 1000/1.01', () => {
    const solution = solved(purchase(1000, byRate(0.01)))
    assert.ok(isNear(solution.value, 1000 / 1.01))
    assert.ok(isNear(solution.cost, 10 / 1.01))
    assert.ok(isNear(solution.traded, 1000 / 1.01))
  })

  test('sells one leg to buy another: V = 1000 − 0.01·((700 − V/2) + (V/2 − 300))', () => {
    const problem = { ...purchase(1000, byRate(0.01), [0.5, 0.5]), holdings: Float64Array.of(700, 300) }
    assert.ok(isNear(solved(problem).value, 996))
  })

  test('adds shares and orders: V = 1000 − 2·1 − 0.02/20·V', () => {
    const problem = purchase(1000, { rate: 0, perShare: 0.02, perOrder: 1 }, [0.5, 0.5])
    assert.ok(isNear(solved(problem).value, 998 / 1.001))
  })

  test('counts orders before costs: a leg on its target pays for none', () => {
    const problem = {
      ...purchase(1000, { rate: 0, perShare: 0, perOrder: 3 }, [0.5, 0.3, 0.2]),
      holdings: Float64Array.of(500, 200, 100),
    }
    assert.ok(isNear(solved(problem).value, 994))
  })

  test('takes a rounding error for no order', () => {
    const problem = { ...purchase(0.3, { rate: 0, perShare: 0, perOrder: 1 }), holdings: Float64Array.of(0.1 + 0.2) }
    assert.equal(solved(problem).value, 0.3)
  })

  test('is unsolved when the costs grow as fast as the exposure', () => {
    const solution = { value: 0, cost: 0, traded: 0 }
    assert.equal(solveTrade(purchase(1000, byRate(0.1), [10]), solution), 'unsolved')
    assert.equal(solveTrade(purchase(1000, byRate(0.2), [10]), solution), 'unsolved')
  })

  test('is unsolved when the orders cost more than there is', () => {
    const solution = { value: 0, cost: 0, traded: 0 }
    assert.equal(solveTrade(purchase(5, { rate: 0, perShare: 0, perOrder: 3 }, [0.5, 0.5]), solution), 'unsolved')
  })

  const money = fc.integer({ min: -2000, max: 2000 })
  const weight = fc.integer({ min: -150, max: 150 })
  const leg = fc.record({ holding: money, weight, price: fc.integer({ min: 1, max: 500 }) })
  const problems = fc
    .record({
      legs: fc.array(leg, { minLength: 1, maxLength: 6 }),
      value: fc.integer({ min: 1000, max: 5000 }),
      bps: fc.integer({ min: 0, max: 300 }),
      cents: fc.integer({ min: 0, max: 2 }),
      dollars: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ legs, value, bps, cents, dollars }): TradeProblem => ({
      value,
      targets: Float64Array.from(legs, (each) => each.weight / 100),
      holdings: Float64Array.from(legs, (each) => each.holding),
      prices: Float64Array.from(legs, (each) => each.price),
      costs: { rate: bps / 10_000, perShare: cents / 100, perOrder: dollars },
    }))

  test('never raises the value and accounts for every cent', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { value, cost } = solved(problem)
        assert.ok(value <= problem.value)
        assert.ok(isNear(value + cost, problem.value))
      }),
    )
  })

  test('satisfies its equation, order by order', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { value } = solved(problem)
        const { targets, holdings, prices, costs } = problem
        let cost = 0
        for (const [i, target] of targets.entries()) {
          const order = { value: target * value - holdings[i]!, price: prices[i]! }
          const isCounted = Math.abs(target * problem.value - holdings[i]!) > 1e-9
          cost += orderCost({ ...costs, perOrder: 0 }, order) + (isCounted ? costs.perOrder : 0)
        }
        assert.ok(Math.abs(value - (problem.value - cost)) <= 1e-10 * problem.value)
      }),
    )
  })
})
