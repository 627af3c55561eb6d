import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DotGrid } from './dot-grid.ts'

const drawing = (grid: DotGrid): string[] =>
  Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_unused, column) => grid.character(column, row) ?? ' ').join(''),
  )

describe('DotGrid', () => {
  test('draws a rising line from corner to corner', () => {
    const grid = new DotGrid(2, 1)
    grid.segment({ x: 0, y: 3 }, { x: 3, y: 0 })
    assert.deepEqual(drawing(grid), ['⡠⠊'])
  })

  test('draws a vertical line and a point', () => {
    const grid = new DotGrid(1, 2)
    grid.segment({ x: 0, y: 0 }, { x: 0, y: 7 })
    grid.segment({ x: 1, y: 7 }, { x: 1, y: 7 })
    assert.deepEqual(drawing(grid), ['⡇', '⣇'])
  })

  test('refuses an end that no step would reach', () => {
    assert.throws(() => new DotGrid(1, 1).segment({ x: 0, y: 0 }, { x: 1, y: NaN }), RangeError)
  })

  test('leaves out what lies outside', () => {
    const grid = new DotGrid(1, 1)
    grid.segment({ x: -2, y: 0 }, { x: 4, y: 0 })
    assert.deepEqual(drawing(grid), ['⠉'])
  })
})
