import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hover, totals } from '@portofino/strategy'
import { price } from '../../../format.ts'
import { readForm } from '../form/command-form.ts'
import { legInWords } from './leg-in-words.ts'

const catalog = { source: 'none', otherSources: '', find: () => [], instruments: () => [] }
const text = 'AAPL-L-75% MSFT-S-25% 2020 2021 capital=50000'
const at = (offset: number) =>
  legInWords(hover(text, offset, catalog)!, { form: readForm(text), totals: totals(text), start: 0, money: price })

test('a leg in money', () => {
  assert.equal(at(3), 'long 75.0%, $37,500 at the first close')
  assert.equal(at(14), 'short 25.0%, $12,500 at the first close')
  assert.equal(at(text.indexOf('capital')), null)
})
