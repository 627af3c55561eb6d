import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inventedRequest } from './invented-request.ts'
import { bandRules, commandOf, datedRules, inventedStrategies, pricesOf } from './invented-strategy.ts'
import type { InventedStrategy } from './invented-strategy.ts'
import type { SimulationResult } from './result.ts'
import { near } from './near.ts'
import { runLedger } from './ledger/run-ledger.ts'
import { portfolioLedger } from './plan/portfolio-ledger.ts'
import { planRun } from './plan/run-plan.ts'
import { simulate } from './simulate.ts'

const allRules = [...datedRules, ...bandRules]
const allCosts = ['', 'cost=25bps', 'cost=10bps+$0.01/sh+$2 slip=5bps']
const allRates = ['', 'rf=2% cash=rf-0.5% margin=rf+2% borrow=3%']
const proportional = ['', 'cost=25bps slip=5bps', 'cost=$0.02/sh']
const runs = { numRuns: 30 }

function run(strategy: InventedStrategy, command = commandOf(strategy)): SimulationResult {
  const outcome = simulate(inventedRequest(command, pricesOf(strategy)))
  assert.ok('result' in outcome, JSON.stringify(outcome))
  return outcome.result
}

/** Without measuring, which takes most of a short run's time. */
function indexOf(strategy: InventedStrategy, command = commandOf(strategy)): Float64Array {
  const planning = planRun(inventedRequest(command, pricesOf(strategy)))
  assert.ok(planning.kind === 'planned')
  const { plan } = portfolioLedger(planning.plan)
  const outcome = runLedger(plan)
  assert.ok(outcome.kind === 'finished')
  return outcome.ledger.value.map((value) => value / plan.capital)
}

/** Signed weights, scaled to a gross of one. */
function targetsOf({ legs }: InventedStrategy): number[] {
  const gross = legs.reduce((total, { weight }) => total + weight, 0)
  return legs.map(({ side, weight }) => (side === 'S' ? -weight : weight) / gross)
}

/** As a run reports it: nothing after the first value at or below zero, which becomes zero. */
function untilRuin(values: readonly number[]): number[] {
  const ruin = values.findIndex((value) => value <= 0)
  return ruin < 0 ? [...values] : [...values.slice(0, ruin), 0]
}

describe('a run', () => {
  test('that is never rebalanced is the sum of its legs and its cash', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: ['never'] }), (strategy) => {
        const index = indexOf(strategy)
        const expected = Array.from(index, (_, t) => {
          return strategy.legs.reduce((total, { closes }, i) => total + targetsOf(strategy)[i]! * (closes[t]! / 100 - 1), 1)
        })
        near(index, untilRuin(expected))
      }),
      runs,
    )
  })

  test('that is rebalanced daily is the product of weighted returns', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: ['daily'] }), (strategy) => {
        const targets = targetsOf(strategy)
        const expected = [1]
        for (let t = 1; t < strategy.legs[0]!.closes.length; t++) {
          const gain = strategy.legs.reduce((total, { closes }, i) => total + targets[i]! * (closes[t]! / closes[t - 1]! - 1), 0)
          expected.push(expected.at(-1)! * (1 + gain))
        }
        near(indexOf(strategy), expected)
      }),
      runs,
    )
  })

  test('that is never rebalanced is worth the same whether a leg is paid out or its price stands still at what was paid', () => {
    const payments = fc.record({ after: fc.integer({ min: 1, max: 53 }), return: fc.double({ min: -0.99, max: 2, noNaN: true }) })
    fc.assert(
      fc.property(inventedStrategies({ rules: ['never'], costs: proportional }), payments, (strategy, delisting) => {
        const [leg, ...others] = strategy.legs as [InventedStrategy['legs'][0], ...InventedStrategy['legs']]
        const last = leg.closes.slice(0, delisting.after)
        const paid = last.at(-1)! * (1 + delisting.return)
        const standing = leg.closes.map((_, t) => last[t] ?? paid)
        const delisted = { ...strategy, legs: [{ ...leg, closes: last, delistingReturn: delisting.return }, ...others] }
        near(indexOf(delisted), indexOf({ ...strategy, legs: [{ ...leg, closes: standing }, ...others] }))
      }),
      runs,
    )
  })

  test('is the same whatever it is compared with, and whatever its ratios count from', () => {
    const comparisons = fc.constantFrom('bench=A', 'bench=X', 'bench=(A-L-50% X-L-50%)', 'rf=A', 'rf=X', 'bench=X rf=A')
    const freedom = { rules: allRules, costs: proportional, sides: ['L'] } as const
    const delistings = fc.record({ after: fc.integer({ min: 1, max: 55 }), return: fc.double({ min: -1, max: 2, noNaN: true }) })
    fc.assert(
      fc.property(inventedStrategies(freedom), comparisons, delistings, (strategy, comparison, delisting) => {
        const [leg, ...others] = strategy.legs as [InventedStrategy['legs'][0], ...InventedStrategy['legs']]
        const last = { ...leg, closes: leg.closes.slice(0, delisting.after), delistingReturn: delisting.return }
        const delisted = { ...strategy, legs: [last, ...others] }
        const prices = {
          ...pricesOf(delisted),
          X: { from: '2020-01-01', daily: Array.from({ length: 90 }, (_, t) => 100 + (t % 9)) },
        }
        const [alone, compared] = [commandOf(delisted), `${commandOf(delisted)} ${comparison}`].map((command) => {
          const planning = planRun(inventedRequest(command, prices))
          assert.ok(planning.kind === 'planned', JSON.stringify(planning))
          const { days } = planning.plan
          const outcome = runLedger(portfolioLedger(planning.plan).plan)
          assert.ok(outcome.kind === 'finished')
          return { days, value: outcome.ledger.value }
        })
        assert.deepEqual(compared, alone)
      }),
      runs,
    )
  })

  test('scales with its capital', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: datedRules, costs: proportional, rates: allRates }), (strategy) => {
        near(indexOf(strategy, `${commandOf(strategy)} capital=7000000`), indexOf(strategy))
      }),
      runs,
    )
  })

  test('is the same whatever the order of its legs', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates }), (strategy) => {
        const reversed = { ...strategy, legs: strategy.legs.toReversed() }
        near(indexOf(reversed), indexOf(strategy))
      }),
      runs,
    )
  })

  test('is the same when a leg is split over two tickers of equal prices', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: datedRules, costs: proportional, rates: allRates }), (strategy) => {
        const legs = strategy.legs.flatMap((leg) => {
          const doubled = { ...leg, weight: leg.weight * 2 }
          return leg === strategy.legs[0] ? [leg, { ...leg, symbol: 'Z' }] : [doubled]
        })
        near(indexOf({ ...strategy, legs }), indexOf(strategy))
      }),
      runs,
    )
  })

  test('is never worth more with costs than without', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: allRules, costs: allCosts.slice(1) }), (strategy) => {
        const free = indexOf({ ...strategy, options: strategy.options.replace(/(cost|slip)=\S+/g, '') })
        for (const [t, value] of indexOf(strategy).entries()) assert.ok(value <= free[t]! * (1 + 1e-12))
      }),
      runs,
    )
  })

  test('agrees with a shorter one on the sessions before its last', () => {
    const strategies = inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates })
    fc.assert(
      fc.property(strategies, fc.integer({ min: 2, max: 54 }), (strategy, length) => {
        const shorter = indexOf(strategy, commandOf(strategy, length))
        near(shorter.subarray(0, -1), indexOf(strategy).subarray(0, shorter.length - 1), 0)
      }),
      runs,
    )
  })
})

describe('attribution', () => {
  const strategies = inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates })

  test('adds up to the return of the run, of each year and of each month', () => {
    fc.assert(
      fc.property(strategies, (strategy) => {
        const { attribution, tearsheet, metrics } = run(strategy)
        const total = attribution.rows.reduce((sum, { contribution }) => sum + contribution, 0)
        near([total], [metrics.values.total_return!], 1e-12)
        near(
          attribution.years.map((year) => year.total),
          tearsheet.years.map((year) => year.return),
          1e-12,
        )
        near(
          attribution.months.map((month) => month.total),
          tearsheet.months.map((month) => month.return),
          1e-12,
        )
      }),
      { numRuns: 25 },
    )
  })

  test('charges what the trades cost', () => {
    fc.assert(
      fc.property(strategies, (strategy) => {
        const { attribution, trades } = run(strategy)
        const paid = trades.reduce((total, { cost }) => total + cost, 0) / 100_000
        const charged = attribution.rows.find(({ kind }) => kind === 'costs')!.contribution
        near([-charged], [paid])
      }),
      { numRuns: 25 },
    )
  })
})

describe('series', () => {
  test('keep drawdown within −1 and 0, and weights and cash at one', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates }), (strategy) => {
        const { series } = run(strategy)
        assert.ok(series.drawdown.every((drawdown) => drawdown >= -1 && drawdown <= 0))
        for (let t = 1; t < series.days.length && series.value[t]! > 0; t++) {
          const invested = series.weights.reduce((total, weights) => total + weights[t]!, 0)
          near([series.net[t]!, invested + series.cash[t]! / series.value[t]!], [invested, 1])
        }
      }),
      { numRuns: 20 },
    )
  })
})
