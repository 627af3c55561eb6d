import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { numberText, priceText, yieldText } from './number-text.ts'

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
  const dollars = { currency: 'USD', divisor: 1 }

  test('accepts what is above zero and within the bounds', () => {
    assert.deepEqual(priceText('1e-15', 'it', dollars), { value: 1e-15 })
    for (const text of ['0', '-0', '0.000', '-1', '1e-400']) {
      const sentence = `it is ${text}; a price must be above zero, so correct it or remove the line`
      assert.deepEqual(priceText(text, 'it', dollars), { sentence })
    }
  })

  test('refuses what is beyond the bounds, once it is in the whole currency', () => {
    const sentence = 'it must lie within 1e-15..1e15 in'
    assert.deepEqual(priceText('1e16', 'it', dollars), {
      sentence: `it is 1e16; ${sentence} USD, so correct it or remove the line`,
    })
    const pence = { currency: 'GBP', divisor: 100 }
    assert.deepEqual(priceText('4.9e-324', 'it', pence), {
      sentence: `it is 4.9e-324; ${sentence} GBP, so correct it or remove the line`,
    })
    assert.deepEqual(priceText('1e-14', 'it', dollars), { value: 1e-14 })
    assert.ok('sentence' in priceText('1e-14', 'it', pence))
  })
})

describe('yieldText', () => {
  test('accepts zero and less, in percent', () => {
    for (const text of ['0', '-0.65', '5.25']) assert.deepEqual(yieldText(text, 'it'), { value: Number(text) })
    assert.deepEqual(yieldText('-100', 'it'), {
      sentence: 'it is -100; a yield is written in percent, within -50..1000, so correct it',
    })
  })
})
