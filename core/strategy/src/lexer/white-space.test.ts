import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isLineEnd, isWhiteSpace } from './white-space.ts'

const units = Array.from({ length: 0x10000 }, (_, unit) => unit)

describe('white space', () => {
  test('is what Unicode says, and the four separators before the blank', () => {
    const expected = units.filter((unit) => /\p{White_Space}/u.test(String.fromCharCode(unit)) || (unit >= 0x1c && unit <= 0x1f))
    assert.deepEqual(units.filter(isWhiteSpace), expected)
    assert.equal(expected.length, 29)
  })

  test('a byte order mark is none, though JavaScript trims it', () => {
    assert.equal(isWhiteSpace(0xfeff), false)
    assert.equal('\ufeff'.trim(), '')
  })

  test('every line end is white space', () => {
    assert.deepEqual(units.filter(isLineEnd), [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029])
    assert.ok(units.filter(isLineEnd).every(isWhiteSpace))
  })
})
