import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { numberText, priceText } from './number-text.ts'

describe('numberText', () => {
  test('reads each finite number as JavaScript does', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
    fc.assert(fc.property(number, (value) => assert.deepEqual(numberText(String(value), 'it'), { value })))
  })

  test('reads no other notation', () => {
    for (const text of [' 1', '1 ', '+1', '.5', '5.', '1_000', '0x10', 'Infinity', '1e', '١', '--1', '1.2.3', '$1', '1%']) {
      assert.deepEqual(numberText(text, 'the close'), { sentence: `the close is "${text}"; write a number such as 12.34` })
    }
  })

  test('knows a decimal comma and thousands before it', () => {
    for (const text of ['1,5', '1.234,56', '-0,1']) {
      assert.deepEqual(numberText(text, 'it'), { sentence: `it is "${text}" with a comma; write decimals with a point` })
    }
  })

  test('quotes only the beginning of a long text', () => {
    const reading = numberText('x'.repeat(1000), 'it')
    assert.ok('sentence' in reading && reading.sentence.length < 100)
  })
})

describe('priceText', () => {
  test('accepts what is above zero, however small', () => {
    assert.deepEqual(priceText('1e-300', 'it'), { value: 1e-300 })
    for (const text of ['0', '-0', '0.000', '-1', '1e-400']) assert.ok('sentence' in priceText(text, 'it'), text)
  })
})
