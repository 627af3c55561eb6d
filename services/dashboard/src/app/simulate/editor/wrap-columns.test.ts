import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrapColumns } from './wrap-columns.ts'

test('what fits stays', () => {
  assert.equal(wrapColumns('AAPL-L-50% 2020-01-01 2023-01-01', 40), 40)
  assert.equal(wrapColumns('', 10), 10)
})

test('a line ends before the word that would break', () => {
  const text = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'
  const columns = wrapColumns(text, 30)
  assert.ok(columns <= 'AAPL-L-50% MSFT-L-50% 2020-'.length - 1 && columns >= 'AAPL-L-50% MSFT-L-50%'.length)
})

test('a word wider than the box breaks where it must', () => {
  assert.equal(wrapColumns('A'.repeat(50), 30), 30)
})

test('never more columns than fit, never fewer than three fifths', () => {
  const text = 'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 2000-01-01 2022-12-28 rebalance=annual bench=^GSPC cost=5bps'
  for (let columns = 12; columns < 90; columns += 1) {
    const found = wrapColumns(text, columns)
    assert.ok(found <= columns && found >= columns * 0.6, `${found} of ${columns}`)
  }
})
