import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isFree, noCosts, orderCost } from './cost-model.ts'

describe('orderCost', () => {
  test('adds the share of value, the shares and the order', () => {
    // By hand: 5 bps of 20,000 is 10; 400 shares at $0.005 are 2; one order at $1.
    const cost = orderCost({ rate: 0.0005, perShare: 0.005, perOrder: 1 }, { value: 20_000, price: 50 })
    assert.ok(Math.abs(cost - 13) < 1e-12)
  })

  test('is the same for buying and selling', () => {
    const model = { rate: 0.0005, perShare: 0.005, perOrder: 1 }
    assert.equal(orderCost(model, { value: -700, price: 7 }), orderCost(model, { value: 700, price: 7 }))
  })

  test('is zero when nothing is traded', () => {
    assert.equal(orderCost({ rate: 0, perShare: 0, perOrder: 1 }, { value: 0, price: 50 }), 0)
  })
})

describe('isFree', () => {
  test('holds only when every part is zero', () => {
    assert.equal(isFree(noCosts), true)
    assert.equal(isFree({ rate: 1e-9, perShare: 0, perOrder: 0 }), false)
    assert.equal(isFree({ rate: 0, perShare: 1e-9, perOrder: 0 }), false)
    assert.equal(isFree({ rate: 0, perShare: 0, perOrder: 1e-9 }), false)
  })
})
