import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { counted, decimal, money, percent, signedPercent, writtenDate } from './numbers.ts'

describe('numbers for people', () => {
  test('percentages have two decimals, returns a sign', () => {
    assert.equal(signedPercent(0.60766517), '+60.77%')
    assert.equal(signedPercent(-0.30252672), '−30.25%')
    assert.equal(percent(0.34228259), '34.23%')
    assert.equal(signedPercent(123.4567), '+12,345.67%')
  })

  test('what rounds to zero has no sign', () => {
    assert.equal(signedPercent(-0.000001), '0.00%')
    assert.equal(signedPercent(0.000001), '0.00%')
    assert.equal(signedPercent(0), '0.00%')
    assert.equal(decimal(-0.001), '0.00')
  })

  test('money drops cents from a thousand on', () => {
    assert.equal(money(160766.5174, 'USD'), '$160,767')
    assert.equal(money(999.5, 'USD'), '$999.50')
    assert.equal(money(0, 'USD'), '$0')
    assert.equal(money(999.999, 'EUR'), '€1,000')
    assert.equal(money(-12.345, 'CHF'), '−CHF 12.35')
    assert.equal(money(1e22, 'SEK'), 'SEK 1e+22')
  })

  test('dates and counts read like prose', () => {
    assert.equal(writtenDate(18263), '2 Jan 2020')
    assert.equal(counted(1, 'session'), '1 session')
    assert.equal(counted(8313, 'session'), '8,313 sessions')
  })
})
