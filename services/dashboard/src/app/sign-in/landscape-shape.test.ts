import assert from 'node:assert/strict'
import { test } from 'node:test'
import { area, heightOfFall, heightOfGrowth } from './landscape-shape.ts'

test('growth rises from the waterline, each line tenfold; falls hang below it', () => {
  const lines = [1, 10, 100].map((factor) => heightOfGrowth(Math.log(factor)))
  assert.ok(Math.abs(lines[0]! - lines[1]! - (lines[1]! - lines[2]!)) < 1e-12)
  assert.equal(lines[0], 0.7)
  assert.ok(Math.abs(heightOfFall(-0.6) - 0.91) < 1e-12)
  assert.equal(heightOfGrowth(-0.5), 0.7)
})

test('an area is closed at the waterline', () => {
  assert.equal(area([0, Math.log(10), 0], heightOfGrowth), 'M0 700L0 700L1 530L2 700L2 700Z')
})
