import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleCatalog } from '../example-catalog.ts'
import { hover } from './hover.ts'

const at = (text: string, word: string) => hover(text, text.indexOf(word) + 1, exampleCatalog)

const currencies = (text: string): string[] | null => {
  const card = at(text, 'SHEL')
  return card?.kind === 'instrument' ? card.instruments.map(({ currency }) => currency) : null
}

describe('hover', () => {
  test('shows name, market, currency and dates of a leg', () => {
    const card = at('aapl-L-50% tsla-L-', 'tsla')
    assert.ok(card?.kind === 'instrument')
    assert.deepEqual([card.start, card.end, card.symbol], [11, 18, 'TSLA'])
    assert.deepEqual(card.lines, ['Tesla, Inc.', 'XNAS, USD, total return', '2010-06-29 to 2022-12-28'])
  })

  test('shows every market of a symbol, or the one that was written', () => {
    assert.deepEqual(currencies('SHEL-L-50%'), ['USD', 'GBP'])
    assert.deepEqual(currencies('XLON:SHEL-L-50%'), ['GBP'])
  })

  test('says so when the catalog does not know the symbol', () => {
    const card = at('NOPE-L-50%', 'NOPE')
    assert.deepEqual(card?.kind === 'instrument' && card.lines, ['NOPE is not in sample'])
  })

  test('shows meaning, default and values of an option', () => {
    const card = at('A-L-100% rebalance=mon', 'mon')
    assert.ok(card?.kind === 'option')
    assert.deepEqual([card.key, card.default], ['rebalance', 'never'])
    assert.ok(card.meaning.length > 0 && card.values.includes('monthly'))
  })

  test('shows the instrument that an option holds, also in a basket', () => {
    assert.equal(at('bench=^GSPC', 'GSPC')?.kind, 'instrument')
    assert.equal(at('bench=^GSPC', 'ench')?.kind, 'option')
    assert.deepEqual(currencies('bench=xlon:SHEL'), ['GBP'])
    assert.equal(at('bench=XNAS:SHEL', 'SHEL')?.kind, 'option')
    assert.equal(at('bench=(AAPL-L-60% KO-L-', 'KO')?.kind, 'instrument')
    assert.equal(at('bench=(KO-L-100%', 'KO')?.kind, 'instrument')
  })

  test('has nothing to say of cash, dates, blanks, later options and unknown words', () => {
    for (const [text, word] of [
      ['$CASH-L-5%', 'CASH'],
      ['A-L-5% 2020', '2020'],
      ['A-L-5%   B-L-5%', '  B'],
      ['mc=5', 'mc'],
      ['hm', 'hm'],
      ['', ''],
    ]) {
      assert.equal(at(text!, word!), null)
    }
  })
})
