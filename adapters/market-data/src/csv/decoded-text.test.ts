import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodedText } from './decoded-text.ts'

describe('decodedText', () => {
  test('drops the byte order mark of UTF-8', () => {
    assert.deepEqual(decodedText(Buffer.from('\uFEFFdäte')), { text: 'däte' })
  })

  test('finds the first line that is not UTF-8, also at the end of a cut file', () => {
    const bad = Uint8Array.of(0xe9)
    assert.deepEqual(decodedText(Buffer.concat([Buffer.from('a\nb\n'), bad, Buffer.from('\nc')])), {
      line: 3,
      sentence: 'the line is not UTF-8; save it as UTF-8',
    })
    assert.ok('sentence' in decodedText(Buffer.from('é').subarray(0, 1)))
  })

  test('names UTF-16 by its mark and by its zero bytes', () => {
    const marked = decodedText(Uint8Array.of(0xfe, 0xff, 0, 0x61))
    assert.ok('sentence' in marked && marked.sentence.includes('UTF-16'))
    const unmarked = decodedText(Buffer.from('a\nb', 'utf16le'))
    assert.ok('sentence' in unmarked && unmarked.line === 1)
  })
})
