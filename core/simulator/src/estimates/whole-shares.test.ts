import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseIsoDate } from '@portofino/market'
import type { PriceHistory } from '@portofino/market'
import { lastPrice, wholeShares } from './whole-shares.ts'
import type { WholeSharesDocument, WholeSharesOrder } from './whole-shares.ts'

const day = parseIsoDate('2020-01-03')!

function bought(weights: number[], more: Partial<WholeSharesOrder> = {}): WholeSharesDocument {
  const prices = [120, 45, 10].map((price) => ({ price, day, isAdjusted: false })).slice(0, weights.length)
  return wholeShares({ assets: ['A', 'B', 'C'].slice(0, weights.length), weights, prices, value: 1000, method: 'exact', ...more })
}

describe('wholeShares', () => {
  test('comes as near as whole shares can, with what is left over', () => {
    const { status, shares, cash, weights, priced_on: days } = bought([0.5, 0.3, 0.2])
    assert.deepEqual([status, shares, cash], ['optimal', [4, 7, 20], 5])
    assert.deepEqual(
      [weights, days],
      [
        [0.48, 0.315, 0.2],
        ['2020-01-03', '2020-01-03', '2020-01-03'],
      ],
    )
  })

  test('leaves in cash what the weights leave', () => {
    const { shares, cash } = bought([0.24, 0, 0.26])
    assert.deepEqual([shares, cash], [[2, 0, 26], 500])
  })

  test('takes weights as shares of all the money where some are sold short', () => {
    const { shares, cash } = bought([0.72, 0.45, -0.17])
    assert.deepEqual([shares, cash], [[6, 10, -17], 0])
    assert.deepEqual(bought([0.36, -0.36, 0]).shares, [3, -8, 0])
    assert.deepEqual(bought([-0.24, 0, -0.1]).shares, [-2, 0, -10])
    assert.deepEqual(bought([0, 0, 0]).cash, 1000)
  })

  test('says how much closer another could be where it gave up looking', () => {
    const prices = Array.from({ length: 40 }, (_, i) => ({ price: 100 + ((i * 37) % 41) / 20, day, isAdjusted: false }))
    const halves = prices.map(({ price }, i) => price * (0.5 + ((i * 17) % 23) / 1000))
    const value = halves.reduce((sum, half) => sum + half, 0)
    const weights = halves.map((half) => half / value)
    const order = { assets: weights.map(String), prices, value }
    const { status, gap = 0 } = bought(weights, order)
    assert.deepEqual([status, gap > 0 && gap < value], ['node_limit', true])
    assert.equal(bought(weights, { ...order, method: 'greedy' }).status, 'optimal')
  })

  test('refuses money that is none', () => {
    assert.throws(() => bought([1], { value: 0 }), { field: 'value' })
  })
})

describe('lastPrice', () => {
  const adjusted = { days: Int32Array.of(day, day + 1), closes: Float64Array.of(9, 10) }
  const history = { adjusted, raw: null } as unknown as PriceHistory

  test('is as traded where that is known', () => {
    const raw = { days: adjusted.days, close: Float64Array.of(18, 20) } as unknown as PriceHistory['raw']
    assert.deepEqual(lastPrice(history), { day: day + 1, price: 10, isAdjusted: true })
    assert.deepEqual(lastPrice({ ...history, raw }), { day: day + 1, price: 20, isAdjusted: false })
  })

  test('is none where none is stored', () => {
    const empty = { days: new Int32Array(0), closes: new Float64Array(0) }
    assert.equal(lastPrice({ ...history, adjusted: empty }), null)
  })
})
