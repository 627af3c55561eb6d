import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkDigest, packedColumn, unpackedColumn } from './packed-prices.ts'

describe('packed prices', () => {
  test('come back bit for bit as their parsed decimal texts', () => {
    const text = fc
      .record({ whole: fc.integer({ min: 0, max: 9999 }), fraction: fc.stringMatching(/^[0-9]{1,4}$/) })
      .map(({ whole, fraction }) => `${whole}.${fraction}`)
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const { decimals, bytes } = packedColumn(texts)
        assert.deepEqual([...unpackedColumn(bytes, { rows: texts.length, decimals })], texts.map(Number))
      }),
    )
  })

  test('take no text that is not a plain decimal', () => {
    assert.throws(() => packedColumn(['1.5', '1e3']), /Cannot pack "1e3"/)
  })

  test('are read only with the digest that the manifest states', () => {
    const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81' // printf '\1\2\3' | sha256sum
    checkDigest(Uint8Array.of(1, 2, 3), { file: 'ACME.bin', sha256 })
    assert.throws(() => checkDigest(Uint8Array.of(1, 2, 4), { file: 'ACME.bin', sha256 }), /Cannot read ACME.bin/)
  })
})
