import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readForm } from './command-form.ts'
import { fieldAt, tokenOf } from './field-place.ts'

const text = 'AAPL-L-35% KO-S-65% 2010 2022 cost=5bps'
const form = readForm(text)

test('every token of the form has its field, and that field has the token', () => {
  for (const word of ['AAPL', '35%', 'KO', '65%', '2010', '2022', 'cost=5bps']) {
    const start = text.indexOf(word)
    const token = tokenOf(fieldAt(start + 1, form), form)
    assert.equal(token && text.slice(token.start, token.end), word)
  }
})

test('nothing where nothing is written', () => {
  assert.equal(tokenOf({ kind: 'option', key: 'rf' }, form), null)
  assert.equal(tokenOf({ kind: 'leg', index: 5, part: 'weight' }, form), null)
  assert.equal(fieldAt(99, form), null)
})
