import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { groupedMoney, moneyFormat, moneyText } from './money-format.ts'

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

test('groupedMoney groups the digits of amounts, and of nothing else', () => {
  const text = 'It took 88317.19 USD of 100000 USD, 999 USD in 12345 trades.'
  assert.equal(groupedMoney(text, 'USD'), 'It took 88,317.19 USD of 100,000 USD, 999 USD in 12345 trades.')
  assert.equal(groupedMoney('1.23456 USD 1234567 USD', 'USD'), '1.23456 USD 1,234,567 USD')
  assert.equal(groupedMoney(text, '.*'), text)
})
