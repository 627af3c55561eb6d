import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layerPieces } from './layer-pieces.ts'

const nothing = { faults: [], related: [], lit: null }

test('colors, faults and the lit word', () => {
  const text = 'AAPL-L-50% MSFT-X-40%'
  const pieces = layerPieces(text, {
    faults: [{ start: 16, end: 17 }],
    related: [{ start: 7, end: 10 }],
    lit: { start: 11, end: 21 },
  })
  const shown = pieces.map(({ text: piece, kind, mark, isLit }) => [piece, kind, mark, isLit ? 'lit' : ''].join(' ').trim())
  assert.deepEqual(shown, [
    'AAPL instrument',
    '- punctuation',
    'L long',
    '- punctuation',
    '50% weight related',
    '',
    'MSFT instrument  lit',
    '- punctuation  lit',
    'X unknown fault lit',
    '- punctuation  lit',
    '40% weight  lit',
  ])
})

test('the pieces are the text', () => {
  const anything = fc.string({ unit: fc.constantFrom('A', '-', 'L', '5', '%', ' ', '\n', '#', '(', 'bench=', '😀', '|') })
  fc.assert(
    fc.property(anything, fc.nat(20), fc.nat(20), (text, start, length) => {
      const lit = { start, end: start + length }
      assert.equal(
        layerPieces(text, { ...nothing, lit })
          .map((piece) => piece.text)
          .join(''),
        text,
      )
    }),
  )
})
