import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { PhiloxCounter, PhiloxKey } from './philox.ts'
import { philox4x32 } from './philox.ts'

// Source: `philox4x32 10` in tests/kat_vectors of the authors' Random123 library.
const known: [PhiloxCounter, PhiloxKey, string][] = [
  [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
]

describe('philox4x32', () => {
  for (const [counter, key, words] of known) {
    test(`gives ${words}`, () => {
      const drawn = philox4x32(counter, key).map((word) => word.toString(16).padStart(8, '0'))
      assert.equal(drawn.join(' '), words)
    })
  }

  test('gives words of 32 bits, another one for another counter', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff })
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        const drawn = philox4x32(counter, key)
        for (const each of drawn) assert.ok(Number.isInteger(each) && each >= 0 && each <= 0xffffffff)
        const next = philox4x32([(counter[0] + 1) % 2 ** 32, counter[1], counter[2], counter[3]], key)
        assert.notDeepEqual(next, drawn)
      }),
    )
  })
})
