import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { quotation } from './currency.ts'

describe('quotation', () => {
  test('knows the codes of ISO 4217, also of a currency that was lately withdrawn', () => {
    for (const code of ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'BRL', 'ZAR', 'ILS', 'HRK']) {
      assert.deepEqual(quotation(code), { currency: code, divisor: 1 })
    }
  })

  test('reads pence, cents and agorot as hundredths', () => {
    assert.deepEqual(quotation('GBp'), { currency: 'GBP', divisor: 100 })
    assert.deepEqual(quotation('GBX'), { currency: 'GBP', divisor: 100 })
    assert.deepEqual(quotation('ZAc'), { currency: 'ZAR', divisor: 100 })
    assert.deepEqual(quotation('ILA'), { currency: 'ILS', divisor: 100 })
  })

  test('knows nothing else', () => {
    for (const code of ['', 'usd', 'US', 'USDT', 'XYZ', 'XXX', 'XTS', 'FILL IN']) assert.equal(quotation(code), null)
  })
})
