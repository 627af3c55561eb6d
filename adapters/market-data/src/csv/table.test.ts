import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { FaultList } from './fault-list.ts'
import { readTable, type Table } from './table.ts'

function tableOf(text: string): { table: Table | null; faults: FaultList } {
  const faults = new FaultList()
  return { table: readTable({ file: 'x.csv', bytes: Buffer.from(text), isWhole: false }, faults), faults }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('readTable', () => {
  test('reads quoted cells with commas, quotes and nothing in them', () => {
    assert.deepEqual(tableOf('date,name\n2020-01-02,"a,""b"""\n2020-01-03,""\n').table?.rows, [
      ['2020-01-02', 'a,"b"'],
      ['2020-01-03', ''],
    ])
  })

  test('gives back any cells that were written with quotes', () => {
    const cell = fc.string().map((text) => text.replaceAll(/[\r\n\0]/g, ' '))
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 })
    fc.assert(
      fc.property(rows, (written) => {
        const text = [['a', 'b', 'c'], ...written].map((row) => `${row.map(quoted).join()}\n`).join('')
        assert.deepEqual(tableOf(text).table?.rows, written)
      }),
    )
  })

  test('refuses a quotation mark that is out of place', () => {
    for (const row of ['"2020-01-02,1', '2020-01-02,"1', '2020-01-02,"1"2', '2020-01-02,1"']) {
      const { table, faults } = tableOf(`date,close\n${row}\n`)
      assert.deepEqual(table?.rows, [null])
      assert.throws(
        () => faults.throwIfAny('csv:x'),
        /x.csv, line 2: a quotation mark is out of place; put it around a whole cell or remove it$/,
      )
    }
  })

  test('takes any bytes without throwing, in time linear in their length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        readTable({ file: 'x.csv', bytes, isWhole: false }, new FaultList())
      }),
    )
    const { faults } = tableOf(`a,b\n${'"'.repeat(1_000_000)}\n${','.repeat(1_000_000)}\n`)
    assert.equal(faults.count, 2)
  })
})
