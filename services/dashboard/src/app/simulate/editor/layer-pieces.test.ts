import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layerPieces } from './layer-pieces.ts'

test('colors, faults and what takes part in them', () => {
  const text = 'AAPL-L-50% MSFT-X-40%'
  const pieces = layerPieces(text, {
    faults: [{ start: 16, end: 17 }],
    related: [{ start: 7, end: 10 }],
  })
  const shown = pieces.map(({ text: piece, kind, mark }) => [piece, kind, mark].join(' ').trim())
  assert.deepEqual(shown, [
    'AAPL instrument',
    '- punctuation',
    'L long',
    '- punctuation',
    '50% weight related',
    '',
    'MSFT instrument',
    '- punctuation',
    'X unknown fault',
    '- punctuation',
    '40% weight',
  ])
})

test('the pieces are the text', () => {
  const anything = fc.string({ unit: fc.constantFrom('A', '-', 'L', '5', '%', ' ', '\n', '#', '(', 'bench=', '😀', '|') })
  fc.assert(
    fc.property(anything, fc.nat(20), fc.nat(20), (text, start, length) => {
      const faults = [{ start, end: start + length }]
      assert.equal(
        layerPieces(text, { faults, related: [] })
          .map((piece) => piece.text)
          .join(''),
        text,
      )
    }),
  )
})
