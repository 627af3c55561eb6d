import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { moneyFormat, moneyText } from './money-format.ts'

describe('moneyFormat', () => {
  test('has the sign of the currency and its decimals', () => {
    assert.equal(moneyFormat('USD'), '[$$-409]#,##0.00;-[$$-409]#,##0.00')
    assert.equal(moneyFormat('JPY'), '[$¥-411]#,##0;-[$¥-411]#,##0')
    assert.equal(moneyFormat('CHF'), '[$CHF] #,##0.00;-[$CHF] #,##0.00')
    assert.equal(moneyFormat('EUR', 0), '[$€-2]#,##0;-[$€-2]#,##0')
  })

  test('lets nothing but a currency code into the format', () => {
    for (const text of ['', 'usd', 'US]', '[$€]', 'USDT']) assert.equal(moneyFormat(text), '#,##0.00')
  })
})

test('moneyText drops the decimals of thousands', () => {
  assert.equal(moneyText(160_766.52, 'USD'), '$160,767')
  assert.equal(moneyText(12.3, 'EUR'), '€12.30')
  assert.equal(moneyText(1234.5, 'no code'), '1,235')
})
