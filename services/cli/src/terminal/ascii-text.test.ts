import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asciiText } from './ascii-text.ts'

test('asciiText spells signs, letters and drawings', () => {
  assert.equal(asciiText('−30.25% — Nestlé, “A”…'), '-30.25% - Nestle, "A"~')
  assert.equal(asciiText('0% ──┬──'), '0% --+--')
  assert.equal(asciiText('⣿⣿⠉⢀⡸ ██▌'), "##'.: ###")
  assert.equal(asciiText('株'), '?')
})

test('asciiText leaves nothing but ASCII', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.match(asciiText(text), /^\p{ASCII}*$/u)))
})
