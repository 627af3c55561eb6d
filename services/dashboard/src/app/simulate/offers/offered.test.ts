import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Catalog, Instrument } from '@portofino/market'
import { offerAt, offerLabel, takenText } from './offered.ts'
import { commandAt, writtenCommands } from '../written-commands.ts'

const instruments = ['AAPL', 'AMD', 'MSFT'].map((symbol): Instrument => ({
  symbol,
  name: symbol,
  market: null,
  calendar: null,
  currency: 'USD',
  returns: 'total',
  first: null,
  last: null,
}))
const catalog: Catalog = {
  source: 'test',
  otherSources: '',
  find: (symbol) => instruments.filter((each) => each.symbol === symbol),
  instruments: () => instruments,
}

/** `|` is the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const offer = offerAt(caret, commandAt(writtenCommands(text), caret), catalog)
  return { ...offer, labels: offer.items.map(({ label }) => label), replaced: text.slice(offer.start, offer.end) }
}

describe('offerAt', () => {
  test('stands at its place in the whole text', () => {
    const { labels, replaced, typed } = at('AAPL-L-100% 2020 2021\nAMD-L-50% M|')
    assert.deepEqual([labels, replaced, typed], [['MSFT', 'AMD'].filter((label) => label !== 'AMD'), 'M', 'M'])
  })

  test('nothing where the word is whole', () => {
    assert.deepEqual(at('AAPL-L-50% MSFT-L-50%|').labels, [])
    assert.deepEqual(at('AAPL-L-50% MSFT-L-|').labels, ['50%', '*'])
  })

  test('something for an empty editor, and behind the last word', () => {
    assert.ok(at('|').labels.includes('AAPL'))
    assert.ok(at('AAPL-L-50%   |').labels.includes('MSFT'))
    assert.equal(offerLabel(at('|')), 'What can come next')
    assert.equal(offerLabel(at('A|')), 'Tickers for A')
  })
})

test('a whole word goes on with a space', () => {
  const [weight] = at('AAPL-L-|').items
  assert.equal(takenText(weight!, ''), '100% ')
  assert.equal(takenText(weight!, ' 2020'), '100%')
  assert.equal(takenText(at('M|').items[0]!, ''), 'MSFT-')
})
