import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quotedCurrency } from './quoted-currency.ts'

for (const [text, expected] of [
  ['USD', 'USD 1'],
  ['GBP', 'GBP 1'],
  ['GBp', 'GBP 100'],
  ['GBX', 'GBP 100'],
  ['ZAc', 'ZAR 100'],
  ['ILA', 'ILS 100'],
  ['KWF', 'KWD 1000'],
  ['usd', null],
  ['', null],
  [null, null],
] as const) {
  test(`Yahoo’s ${text} is ${expected}`, () => {
    const quoted = quotedCurrency(text)
    assert.equal(quoted === null ? null : `${quoted.currency} ${quoted.divisor}`, expected)
  })
}
