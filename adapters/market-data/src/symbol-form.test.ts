import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSymbol } from './symbol-form.ts'

test('isSymbol takes what commands can name', () => {
  for (const symbol of ['AAPL', 'BRK-B', '^GSPC', 'GC=F', 'M&M.NS', 'BRK/B', '600519.SS', 'A_B'])
    assert.ok(isSymbol(symbol), symbol)
  for (const symbol of ['', '..', '/', '-', '=', '^', '-A', 'A-', 'aapl', 'A B', 'Ä', 'A'.repeat(33), 'A\n', 'A\u202E']) {
    assert.ok(!isSymbol(symbol), symbol)
  }
})
