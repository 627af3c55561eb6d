import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { closeKinds } from './close-kind.ts'
import { datedTable, reportUnlistedColumns } from './dated-table.ts'
import { FaultList } from './fault-list.ts'
import type { StatedSymbol } from './stated-symbol.ts'
import { symbolPrices } from './symbol-prices.ts'
import { readTable, type Table } from './table.ts'

const symbols = Array.from({ length: 500 }, (_, k) => `S${k}`)
const text = `date,${symbols.join()}\n2020-01-02,${symbols.map((_, k) => k + 1).join()}\n`

const stated = (symbol: string): StatedSymbol => ({
  symbol,
  name: symbol,
  market: 'XNYS',
  calendar: 'XNYS',
  currency: 'USD',
  kind: closeKinds.get('adjusted-close-total-return')!,
  file: 'x.csv',
  first: null,
  last: null,
  rows: null,
  line: null,
})

/** A list that counts how often one of its entries is looked at. */
function counted<T extends object>(list: T): { list: T; looks: () => number } {
  let looks = 0
  const watched = new Proxy(list, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++
      return Reflect.get(target, key) as unknown
    },
  })
  return { list: watched, looks: () => looks }
}

describe('a table of many columns', () => {
  test('is read with a few looks at each cell, whatever their number', () => {
    const faults = new FaultList()
    const table: Table = readTable({ file: 'x.csv', bytes: Buffer.from(text), isWhole: false }, faults)!
    const header = counted(table.header)
    const row = counted(table.rows[0]!)
    const dated = datedTable({ ...table, header: header.list, rows: [row.list] }, faults)!
    reportUnlistedColumns(dated, new Set(symbols), faults)
    for (const [k, symbol] of symbols.entries()) {
      assert.equal(symbolPrices(stated(symbol), dated, faults)?.given?.closes[0], k + 1)
    }
    assert.equal(faults.count, 0)
    assert.ok(header.looks() <= 4 * symbols.length, `${header.looks()} looks at the header`)
    assert.ok(row.looks() <= 4 * symbols.length, `${row.looks()} looks at the row`)
  })

  test('may have a column twice, at the very end', () => {
    const wide = Array.from({ length: 200_000 }, (_, k) => `S${k}`)
    const faults = new FaultList()
    assert.equal(readTable({ file: 'x.csv', bytes: Buffer.from(`date,${wide.join()},S7\n`), isWhole: false }, faults), null)
    assert.throws(() => faults.throwIfAny('csv:x'), /the column "S7" appears twice; remove one$/)
  })
})
