import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import fc from 'fast-check'
import { textCell } from './cell-text.ts'

describe('textCell', () => {
  test('keeps what looks like a formula as it is', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1"]) assert.deepEqual(textCell(text), { value: text })
  })

  test('writes names of errors as rich text, which stays text', () => {
    for (const text of ['#N/A', '#REF!', '#NAME?', '#GETTING_DATA']) assert.deepEqual(textCell(text).richText, [{ text }])
    assert.equal(textCell('#1').richText?.length, 1)
    assert.equal(textCell('# a').richText, undefined)
  })

  test('keeps an escape sequence from being read as its letter', () => {
    assert.equal(textCell('_x0041_').value, '_x005F_x0041_')
  })

  test('replaces what XML cannot carry', () => {
    assert.equal(textCell('a\uFFFEb\uD800c').value, 'a\uFFFDb\uFFFDc')
  })

  test('cuts what no cell can hold, between characters', () => {
    const { value } = textCell('😀'.repeat(20_000))
    assert.equal(String(value).length, 32_767)
    assert.match(String(value), /^(😀)+\uFFFD?…$/u)
  })

  test('comes back from a file letter by letter', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { minLength: 100, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(texts, async (written) => {
        const cells = new Map(written.map((text, row) => [`${row},0`, textCell(text)]))
        const { sheets } = await readXlsx(await writeXlsx({ sheets: [{ name: 'Texts', cells }] }))
        const read = sheets[0]?.rows.map(([value]) => value)
        assert.deepEqual(
          read,
          written.map((text) => text.replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')),
        )
      }),
      { numRuns: 5 },
    )
  })
})
