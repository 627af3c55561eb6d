import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellStyles } from './cell-kind.ts'
import { entryValue, tableCells } from './laid-out-table.ts'
import type { TablePlan } from './sheet-plan.ts'

describe('entryValue', () => {
  test('takes shares that are only noise for zero, and never writes a negative zero', () => {
    for (const noise of [-4.7e-17, 6e-16, -0]) assert.ok(Object.is(entryValue(noise, 'percent'), 0), `${noise}`)
    for (const kind of ['money', 'ratio', 'signedPercent'] as const) assert.ok(Object.is(entryValue(-0, kind), 0), kind)
  })

  test('leaves everything else to the last bit', () => {
    assert.equal(entryValue(-0.00001234567890123, 'signedPercent'), -0.00001234567890123)
    assert.equal(entryValue(1e-15, 'ratio'), 1e-15)
  })

  test('is a dash where a number is undefined, and nothing where there is none', () => {
    assert.deepEqual([entryValue(null, 'ratio'), entryValue(undefined, 'ratio')], ['—', null])
  })
})

describe('tableCells', () => {
  test('puts short rows in the middle and high ones at the top', () => {
    const text = 'word '.repeat(30)
    const columns = [{ head: 'Text', kind: 'wrapped' as const }]
    const table: TablePlan = { row: 0, column: 0, columns, rows: [['short'], [text]] }
    const cells = new Map(tableCells(table, [20], cellStyles('USD')))
    assert.deepEqual(
      ['1,0', '2,0'].map((place) => cells.get(place)?.style?.alignment?.vertical),
      ['center', 'top'],
    )
  })
})
