import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pageStarts } from './page-starts.ts'
import { headRow } from './sheet-plan.ts'
import type { SheetPlan, TablePlan } from './sheet-plan.ts'

function plan(...tables: TablePlan[]): SheetPlan {
  return { name: 'Any', title: 'Any', lead: 'Any.', widths: [60, 60], tables }
}

function table(row: number, count: number, text = ''): TablePlan {
  const columns = [{ head: 'Text', kind: 'wrapped' as const }]
  return { row, column: 0, columns, rows: Array.from({ length: count }, () => [text]) }
}

describe('pageStarts', () => {
  test('keeps tables on a page that fit it together', () => {
    assert.deepEqual(pageStarts(plan(table(headRow, 5), table(12, 10))), [])
  })

  test('begins a page, at its title, with a table that would be torn', () => {
    assert.deepEqual(pageStarts(plan(table(headRow, 20), table(28, 10), table(42, 10))), [27])
  })

  test('counts the lines of long texts', () => {
    assert.deepEqual(pageStarts(plan(table(headRow, 5, 'word '.repeat(200)), table(12, 10))), [11])
  })
})
