import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { catalogOf, share } from '../catalog.fixture.ts'
import { offerAt, offerLabel, takenText } from './offered.ts'
import { commandAt, writtenCommands } from '../written-commands.ts'

const catalog = catalogOf(['AAPL', 'AMD', 'MSFT'].map((symbol) => share(symbol, { market: null })))

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

  test('a year or month is a date as it stands', () => {
    const offers = ['2020 2021|', '2020 2021-03|', '2020 202|', '2020 2021-|'].map((dates) => at(`AAPL-L-100% ${dates}`))
    assert.deepEqual(
      offers.map(({ isDate }) => isDate),
      [true, true, false, false],
    )
    assert.deepEqual(offers[0]!.labels, ['2021-12-31'])
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
