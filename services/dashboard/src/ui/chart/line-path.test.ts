import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaPath, fillPath, linePath } from './line-path.ts'

const room = { x: (session: number) => session * 10, y: (value: number) => 100 - value, columns: 100 }

test('a line is interrupted where it has no value', () => {
  assert.equal(linePath([1, 2.26, null, null, 4, 5], room), 'M0,99L10,97.7M40,96L50,95')
  assert.equal(linePath([null, null], room), '')
})

test('an area lies between a line and a level', () => {
  assert.equal(fillPath([1, 2], { ...room, level: 0 }), 'M0,99L10,98L10 100L0 100Z')
})

test('an area lies between two edges', () => {
  const above = [
    [0, 5],
    [10, 6],
  ] as const
  const below = [
    [0, 9],
    [10, 9.04],
  ] as const
  assert.equal(areaPath(above, below), 'M0,5L10,6L10,9L0,9Z')
  assert.equal(areaPath([], []), '')
})
