import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { applyEdits, parse } from '@portofino/strategy'
import { addedLeg, changedDate, changedOption, oneWord, readForm, removed, replaced, sharedEqually } from './command-form.ts'

const full =
  'AAPL-L-35% BRK-B-S-1/4 $CASH-L-* 2010-01-01 2022-12-28 bench=(SPY-L-60% TLT-L-40%) price=raw cost=5bps # mine\n# end'
const form = readForm(full)

const parts = (text: string) => readForm(text).legs.map(({ ticker, side, weight }) => [ticker.text, side.text, weight.text])

describe('readForm', () => {
  test('legs, dates and options', () => {
    assert.deepEqual(
      form.legs.map(({ ticker, side, weight }) => [ticker.text, side.text, weight.text]),
      [
        ['AAPL', 'L', '35%'],
        ['BRK-B', 'S', '1/4'],
        ['$CASH', 'L', '*'],
      ],
    )
    assert.deepEqual(
      form.dates.map(({ text }) => text),
      ['2010-01-01', '2022-12-28'],
    )
    assert.deepEqual(
      form.options.map(({ key, value }) => [key, value.text]),
      [
        ['bench', '(SPY-L-60% TLT-L-40%)'],
        ['cost', '5bps'],
      ],
    )
  })

  test('places are those of the text', () => {
    for (const { ticker, side, weight } of form.legs) {
      for (const piece of [ticker, side, weight]) assert.equal(full.slice(piece.start, piece.end), piece.text)
    }
  })

  test('unfinished legs have empty parts', () => {
    assert.deepEqual(parts('KO-L-'), [['KO', 'L', '']])
    assert.deepEqual(parts('KO--50%'), [['KO', '', '50%']])
    assert.deepEqual(parts('-L-50%'), [['', 'L', '50%']])
    assert.deepEqual(parts('KO-X-50%'), [['KO', 'X', '50%']])
    assert.deepEqual(parts('KO'), [])
    assert.deepEqual(parts(''), [])
  })
})

const after = (edits: Parameters<typeof applyEdits>[1], text = full): string => applyEdits(text, edits)

describe('edits of the form', () => {
  test('touch nothing else', () => {
    assert.equal(after(replaced(form.legs[0]!.weight, '40%')), full.replace('35%', '40%'))
    assert.equal(after(changedOption(form, 'cost', { value: '7bps', text: full })), full.replace('5bps', '7bps'))
    assert.equal(after(changedOption(form, 'cost', { value: null, text: full })), full.replace('cost=5bps ', ''))
    assert.equal(after(changedOption(form, 'capital', { value: '5000', text: full })), full.replace('5bps', '5bps capital=5000'))
    assert.equal(after(removed(form.legs[1]!, full)), full.replace('BRK-B-S-1/4 ', ''))
    assert.equal(after(addedLeg(form, 'KO-L-5%')), full.replace('L-*', 'L-* KO-L-5%'))
    assert.equal(after(changedDate(form, 0, { typed: '2011', text: full })), full.replace('2010-01-01', '2011'))
    assert.equal(after(changedDate(form, 1, { typed: '', text: full })), full.replace('2022-12-28 ', ''))
  })

  test('build a command from nothing', () => {
    let text = ''
    const take = (edits: Parameters<typeof applyEdits>[1]): void => void (text = applyEdits(text, edits))
    take(addedLeg(readForm(text), 'KO-L-100%'))
    take(addedLeg(readForm(text), 'PG-S-50%'))
    take(changedDate(readForm(text), 0, { typed: '2020', text }))
    take(changedDate(readForm(text), 1, { typed: '2021-06', text }))
    take(changedOption(readForm(text), 'rebalance', { value: 'monthly', text }))
    take(sharedEqually(readForm(text)))
    assert.equal(text.trim(), 'KO-L-50% PG-S-50% 2020 2021-06 rebalance=monthly')
    assert.notEqual(parse(text).ast, null)
  })

  test('joined dates stay joined', () => {
    const text = 'KO-L-100% 2020..2021'
    assert.equal(after(changedDate(readForm(text), 1, { typed: '2022', text }), text), 'KO-L-100% 2020..2022')
    assert.equal(after(changedDate(readForm(text), 0, { typed: '', text }), text), 'KO-L-100% ..2021')
  })

  test('equal shares add up', () => {
    for (const count of [1, 2, 3, 4, 6, 7, 8, 11]) {
      const legs = Array.from({ length: count }, (_, i) => `A${i}-L-5%`).join(' ')
      const text = `${legs} 2020 2021`
      assert.deepEqual(parse(after(sharedEqually(readForm(text)), text)).diagnostics, [], `${count} legs`)
    }
  })

  test('a field writes one word', () => assert.equal(oneWord(' b r#k|b '), 'brkb'))
})
