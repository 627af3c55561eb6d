import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { DiscreteAllocationOptions } from './checked-allocation.ts'
import { discreteAllocation, type DiscreteAllocation } from './discrete-allocation.ts'

function allocated(
  weights: readonly number[],
  prices: readonly number[],
  options: Partial<DiscreteAllocationOptions>,
): DiscreteAllocation {
  const all = { value: 10_000, method: 'greedy' as const, ...options }
  const outcome = discreteAllocation(Float64Array.from(weights), Float64Array.from(prices), all)
  assert.ok(outcome.status === 'optimal')
  return outcome
}

const sharesOf = (...input: Parameters<typeof allocated>): number[] => Array.from(allocated(...input).shares)

describe('discreteAllocation against PyPortfolioOpt 1.6.0', () => {
  const weights = [0.28, 0.22, 0.19, 0.15, 0.1, 0.06]
  const prices = [187.4, 63.15, 412.9, 28.33, 95.2, 14.71]

  test('greedy and exact buy what its greedy_portfolio and lp_portfolio buy', () => {
    assert.deepEqual(sharesOf(weights, prices, {}), [14, 34, 5, 53, 11, 41])
    assert.deepEqual(sharesOf(weights, prices, { method: 'exact' }), [15, 34, 5, 51, 10, 39])
    assert.deepEqual(sharesOf(weights, prices, { value: 2500 }), [4, 8, 1, 14, 3, 10])
    assert.deepEqual(sharesOf(weights, prices, { value: 2500, method: 'exact' }), [4, 8, 1, 14, 3, 10])
    const { leftover } = allocated(weights, prices, { method: 'exact' })
    assert.ok(Math.abs(leftover - 6.88) < 1e-9)
  })

  test('greedy sells what it sells; its leftover adds up both books, ours is the cash of the long one', () => {
    const { shares, leftover, short } = allocated([0.7, 0.5, 0.1, -0.2, -0.1], prices.slice(0, 5), {})
    assert.deepEqual(Array.from(shares), [28, 61, 2, -70, -10])
    assert.ok(Math.abs(leftover + short!.leftover - 139.75) < 1e-9)
  })

  test('with reinvest the long book gets what the shorts bring in, not what they were meant to: one share of the second less', () => {
    const { shares, long, short } = allocated([0.7, 0.5, 0.1, -0.2, -0.1], prices.slice(0, 5), { reinvest: true })
    assert.deepEqual(Array.from(shares), [37, 78, 2, -70, -10])
    assert.equal(long.value, 10_000 + short!.invested)
  })
})

describe('discreteAllocation', () => {
  test('scales the weights of each book, the short book to shortRatio of the value', () => {
    assert.deepEqual(sharesOf([0.3, 0.3], [10, 10], { value: 100 }), [5, 5])
    assert.deepEqual(sharesOf([0.3, 0.3, -0.1, -0.3], [10, 10, 10, 10], { value: 100 }), [5, 5, -1, -3])
    assert.deepEqual(sharesOf([0.3, 0.3, -0.1, -0.3], [10, 10, 10, 10], { value: 100, shortRatio: 0.8 }), [5, 5, -2, -6])
    assert.deepEqual(sharesOf([0.3, -0.3], [10, 10], { value: 100, shortRatio: 0 }), [10, 0])
    assert.deepEqual(sharesOf([-1], [10], { value: 100 }), [-10])
  })

  test('leaves everything when there is nothing to hold', () => {
    const { shares, leftover, short } = allocated([0, 0], [10, 10], { value: 100, method: 'exact' })
    assert.deepEqual([Array.from(shares), leftover, short], [[0, 0], 100, null])
    assert.deepEqual([allocated([], [], {}).leftover, allocated([1], [200], { value: 100 }).leftover], [10_000, 100])
  })

  test('holds exact multiples of lots and of fractions', () => {
    assert.deepEqual(sharesOf([1], [10], { value: 990, lots: 25 }), [75])
    assert.deepEqual(sharesOf([0.3, 0.7], [3, 7], { value: 1, lots: 0.1 }), [0.1, 0.1])
    assert.deepEqual(sharesOf([1], [1], { value: 0.3, lots: 0.1 }), [0.3])
    assert.deepEqual(sharesOf([1], [64_000], { value: 1000, lots: 1e-8 }), [0.015625])
    assert.deepEqual(sharesOf([0.5, 0.5], [10, 10], { value: 100, lots: Float64Array.of(2, 5) }), [4, 5])
  })

  test('pays fees out of the value', () => {
    // Targets of 0.5 · 100/1.025 each leave room for four; the share of both is then what it should be.
    const { shares, long, leftover } = allocated([0.5, 0.5], [10, 10], { value: 100, feeRates: Float64Array.of(0, 0.05) })
    assert.deepEqual([Array.from(shares), long.invested, long.fees, leftover], [[4, 4], 80, 2, 18])
    const sold = allocated([1, -1], [10, 10], { value: 100, feeRates: 0.1, reinvest: true })
    // The short book sells 9, worth 90, with a fee of 9; the long book has 181.
    assert.deepEqual([Array.from(sold.shares), sold.long.value], [[16, -9], 181])
  })

  test('breaks ties by the order of the assets', () => {
    assert.deepEqual(sharesOf([0.3, 0.3, 0.4], [10, 10, 20], { value: 50 }), [2, 1, 1])
    assert.deepEqual(sharesOf([1 / 3, 1 / 3, 1 / 3], [10, 10, 10], { value: 50, method: 'exact' }), [2, 2, 1])
  })

  test('does not take rounding for a position that falls short', () => {
    assert.deepEqual(sharesOf([1 / 3, 1 / 3, 1 / 3], [10, 10, 10], { value: 100 }), [3, 3, 3])
  })

  const drawn = fc.record({
    weights: fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 12 }),
    cents: fc.array(fc.integer({ min: 100, max: 50_000 }), { minLength: 12, maxLength: 12 }),
    fee: fc.constantFrom(0, 0.001, 0.02),
    reinvest: fc.boolean(),
  })

  test('stays within each book, exact never further from the targets than greedy', () => {
    fc.assert(
      fc.property(drawn, ({ weights, cents, fee, reinvest }) => {
        const prices = weights.map((_, i) => cents[i]! / 100)
        const parts = weights.map((weight) => weight / 100)
        const [greedy, exact] = (['greedy', 'exact'] as const).map((method) =>
          allocated(parts, prices, { method, feeRates: fee, shortRatio: 0.5, reinvest }),
        ) as [DiscreteAllocation, DiscreteAllocation]
        const filled = [greedy, exact].flatMap(({ long, short }) => (short === null ? [long] : [long, short]))
        assert.ok(filled.every((book) => book.invested + book.fees <= book.value * (1 + 1e-11)))
        for (const { shares } of [greedy, exact]) {
          assert.ok(shares.every((count, i) => Number.isInteger(count) && count * parts[i]! >= 0 && !Object.is(count, -0)))
        }
        if (exact.short !== null) assert.ok(exact.short.distance <= greedy.short!.distance + 1e-8)
        if (!reinvest) assert.ok(exact.long.distance <= greedy.long.distance + 1e-8)
      }),
    )
  })

  test('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom<'greedy' | 'exact'>('greedy', 'exact'), ({ weights, cents }, method) => {
        const prices = weights.map((_, i) => cents[i]! / 100)
        const doubled = prices.map((price) => price * 2)
        assert.deepEqual(sharesOf(weights, doubled, { method, value: 20_000 }), sharesOf(weights, prices, { method }))
      }),
    )
  })

  test('says how far from the best it may be when it runs out of nodes', () => {
    const prices = Float64Array.from({ length: 40 }, (_, i) => 100 + ((i * 37) % 41) / 20)
    const weights = prices.map((price, i) => price * (0.5 + ((i * 17) % 23) / 1000))
    const value = weights.reduce((total, weight) => total + weight, 0)
    const outcome = discreteAllocation(weights, prices, { value, method: 'exact', mostNodes: 1000 })
    assert.ok(outcome.status === 'nodeLimit')
    assert.equal(outcome.nodes, 1000)
    assert.ok(outcome.gap > 0 && outcome.gap < outcome.candidate.long.distance)
    const more = discreteAllocation(weights, prices, { value, method: 'exact', mostNodes: 20_000 })
    assert.ok(more.status === 'nodeLimit' && more.gap <= outcome.gap)
  })

  const refused: [string, Partial<DiscreteAllocationOptions> & { weights?: number[]; prices?: number[] }, object][] = [
    ['no money', { value: 0 }, { code: 'out_of_range', field: 'value' }],
    ['a price of zero', { prices: [10, 0] }, { code: 'out_of_range', field: 'prices', index: 1, asset: 'B' }],
    ['a missing price', { prices: [10] }, { code: 'shape', field: 'prices' }],
    ['a price that is no number', { prices: [10, Number.NaN] }, { code: 'not_finite', field: 'prices', index: 1, asset: 'B' }],
    ['an infinite weight', { weights: [Infinity, 1] }, { code: 'not_finite', field: 'weights', asset: 'A' }],
    ['a lot of zero', { lots: 0 }, { code: 'out_of_range', field: 'lots', index: 0 }],
    ['lots that cannot be counted', { lots: 1e-18 }, { code: 'out_of_range', field: 'lots', asset: 'A' }],
    ['a negative fee', { feeRates: -0.1 }, { code: 'out_of_range', field: 'feeRates' }],
    ['a negative short book', { shortRatio: -1 }, { code: 'out_of_range', field: 'shortRatio' }],
    ['another method', { method: 'lp' as 'exact' }, { code: 'out_of_range', field: 'method' }],
    ['a limit below zero', { mostNodes: -1 }, { code: 'out_of_range', field: 'mostNodes' }],
  ]
  for (const [what, { weights = [0.5, 0.5], prices = [10, 20], ...options }, expected] of refused) {
    test(`refuses ${what}`, () => assert.throws(() => allocated(weights, prices, { assets: ['A', 'B'], ...options }), expected))
  }
})
