import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isSoundPrice, isSoundYield, priceBounds, yieldBounds } from './sound-values.ts'

describe('isSoundPrice', () => {
  test('takes the bounds and what lies between', () => {
    for (const price of [priceBounds.lowest, 1e-8, 1, 628_930, priceBounds.highest]) assert.ok(isSoundPrice(price), String(price))
  })

  test('refuses zero, signs, vanishing, endless and undefined numbers', () => {
    for (const price of [0, -0, -1, 4.9e-324, 1e-16, 1.1e15, Infinity, -Infinity, NaN]) {
      assert.ok(!isSoundPrice(price), String(price))
    }
  })

  test('leaves room for the fourth power of any return', () => {
    const highest = priceBounds.highest / priceBounds.lowest
    assert.ok(Number.isFinite(highest ** 4))
    assert.ok((1 / highest) ** 4 > 1e-300)
  })
})

describe('isSoundYield', () => {
  test('takes zero and less', () => {
    for (const percent of [yieldBounds.lowest, -0.65, 0, 5.25, yieldBounds.highest]) assert.ok(isSoundYield(percent))
    for (const percent of [-100, 1e4, Infinity, NaN]) assert.ok(!isSoundYield(percent))
  })
})
