import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleResult } from '@portofino/contract'
import { comparedName } from './compared-name.ts'

test('a price index is called one', () => {
  const benchmark = { ...exampleResult, label: '^GSPC', with_dividends: false }
  assert.equal(comparedName('S&P 500', { benchmark }), 'S&P 500 without dividends')
  assert.equal(comparedName('Apple', { benchmark: { ...benchmark, with_dividends: true } }), 'Apple')
})
