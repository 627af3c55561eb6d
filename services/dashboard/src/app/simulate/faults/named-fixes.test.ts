import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, parse } from '@portofino/strategy'
import { catalogOf, share } from '../catalog.fixture.ts'
import { namedFixes } from './named-fixes.ts'

const catalog = catalogOf([
  share('AAPL', { name: 'Apple Inc.' }),
  share('JPM', { name: 'JPMorgan Chase & Co.' }),
  share('BAC', { name: 'Bank of America' }),
  share('BK', { name: 'The Bank of New York' }),
])
const mended = (text: string) =>
  namedFixes(parse(text).diagnostics, catalog)
    .filter(({ code }) => code === 'E105')
    .flatMap(({ fixes }) => fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]))

test('a name becomes the ticker, in what is shown and in what is written', () => {
  assert.deepEqual(mended('apple 50'), [
    ['AAPL-L-50%', 'AAPL-L-50%'],
    ['AAPL-S-50%', 'AAPL-S-50%'],
  ])
})

test('a ticker stays, and so does a word that several names or none have', () => {
  assert.deepEqual(mended('jpm 50')[0], ['JPM-L-50%', 'JPM-L-50%'])
  assert.deepEqual(mended('bank 50')[0], ['BANK-L-50%', 'BANK-L-50%'])
  assert.deepEqual(mended('tesla 50')[0], ['TESLA-L-50%', 'TESLA-L-50%'])
})
