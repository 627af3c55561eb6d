import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { spansOf } from './span.ts'

describe('spansOf', () => {
  test('counts bytes as an encoder writes them, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [boundary(text, a), boundary(text, b)].toSorted((x, y) => x - y) as [number, number]
        const span = spansOf(text)(start, end)
        assert.deepEqual(span, {
          start,
          end,
          utf8Start: Buffer.byteLength(text.slice(0, start)),
          utf8End: Buffer.byteLength(text.slice(0, end)),
        })
      }),
    )
  })

  test('one, two, three and four bytes', () => {
    const spanOf = spansOf('aä€😀\ud800b')
    assert.deepEqual(
      [1, 2, 3, 5, 6, 7].map((end) => spanOf(0, end).utf8End),
      [1, 3, 6, 10, 13, 14],
    )
  })
})

/** A place in the text that cuts no surrogate pair. */
function boundary(text: string, seed: number): number {
  const at = seed % (text.length + 1)
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at
}
