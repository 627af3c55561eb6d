import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { inventedRequest } from './invented-request.ts'
import { bandRules, commandOf, datedRules, inventedStrategies, pricesOf } from './invented-strategy.ts'
import type { InventedStrategy } from './invented-strategy.ts'
import type { SimulationResult } from './result.ts'
import { simulate } from './simulate.ts'

const allRules = [...datedRules, ...bandRules]
const allCosts = ['', 'cost=25bps', 'cost=10bps+$0.01/sh+$2 slip=5bps']
const allRates = ['', 'rf=2% cash=rf-0.5% margin=rf+2% borrow=3%']
const proportional = ['', 'cost=25bps slip=5bps', 'cost=$0.02/sh']
const runs = { numRuns: 60 }

function run(strategy: InventedStrategy, command = commandOf(strategy)): SimulationResult {
  const outcome = simulate(inventedRequest(command, pricesOf(strategy)))
  assert.ok('result' in outcome, JSON.stringify(outcome))
  return outcome.result
}

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-11): void {
  assert.equal(actual.length, expected.length)
  for (let i = 0; i < actual.length; i++) {
    const scale = Math.max(1, Math.abs(expected[i]!))
    assert.ok(Math.abs(actual[i]! - expected[i]!) <= tolerance * scale, `entry ${i}: ${actual[i]} instead of ${expected[i]}`)
  }
}

/** Signed weights, scaled to a gross of one. */
function targetsOf({ legs }: InventedStrategy): number[] {
  const gross = legs.reduce((total, { weight }) => total + weight, 0)
  return legs.map(({ side, weight }) => (side === 'S' ? -weight : weight) / gross)
}

describe('a run', () => {
  test('that is never rebalanced is the sum of its legs and its cash', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: ['never'] }), (strategy) => {
        const { series } = run(strategy)
        const expected = Array.from(series.days, (_, t) => {
          return strategy.legs.reduce((total, { closes }, i) => total + targetsOf(strategy)[i]! * (closes[t]! / 100 - 1), 1)
        })
        near(series.index, expected)
      }),
      runs,
    )
  })

  test('that is rebalanced daily is the product of weighted returns', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: ['daily'] }), (strategy) => {
        const { series } = run(strategy)
        const targets = targetsOf(strategy)
        const returns = Array.from(series.returns, (_, t) => {
          return strategy.legs.reduce((total, { closes }, i) => total + targets[i]! * (closes[t + 1]! / closes[t]! - 1), 0)
        })
        near(series.returns, returns)
      }),
      runs,
    )
  })

  test('scales with its capital', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: datedRules, costs: proportional, rates: allRates }), (strategy) => {
        near(run(strategy, `${commandOf(strategy)} capital=7000000`).series.index, run(strategy).series.index)
      }),
      runs,
    )
  })

  test('is the same whatever the order of its legs', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates }), (strategy) => {
        const reversed = { ...strategy, legs: strategy.legs.toReversed() }
        near(run(reversed).series.index, run(strategy).series.index)
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
        near(run({ ...strategy, legs }).series.index, run(strategy).series.index)
      }),
      runs,
    )
  })

  test('is never worth more with costs than without, where both make the same trades', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: datedRules, costs: allCosts.slice(1), sides: ['L'] }), (strategy) => {
        const free = run({ ...strategy, options: strategy.options.replace(/(cost|slip)=\S+/g, '') })
        const charged = run(strategy)
        for (const [t, value] of charged.series.value.entries()) assert.ok(value <= free.series.value[t]! * (1 + 1e-12))
      }),
      runs,
    )
  })

  test('agrees with a shorter one on the sessions before its last', () => {
    const strategies = inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates })
    fc.assert(
      fc.property(strategies, fc.integer({ min: 2, max: 54 }), (strategy, length) => {
        const shorter = run(strategy, commandOf(strategy, length)).series.index
        near(shorter.subarray(0, -1), run(strategy).series.index.subarray(0, shorter.length - 1), 0)
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
      runs,
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
      runs,
    )
  })
})

describe('series', () => {
  test('keep drawdown within −1 and 0, and weights and cash at one', () => {
    fc.assert(
      fc.property(inventedStrategies({ rules: allRules, costs: allCosts, rates: allRates }), (strategy) => {
        const { series } = run(strategy)
        for (const [t, drawdown] of series.drawdown.entries()) {
          assert.ok(drawdown >= -1 && drawdown <= 0)
          const invested = series.weights.reduce((total, weights) => total + weights[t]!, 0)
          near([series.net[t]!], [invested])
          const worth = t === 0 ? series.cash[0]! / (1 - series.net[0]!) : series.value[t]!
          if (t > 0) near([invested + series.cash[t]! / worth], [1])
        }
      }),
      runs,
    )
  })
})
