import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { accrualOf } from './accrual.ts'

const free = { percent: '0', overRiskFree: false }
const days = Int32Array.of(100, 101, 104)

describe('accrualOf', () => {
  test('is null when every rate is zero', () => {
    const rates = { cash: { percent: '-2', overRiskFree: true }, margin: free, borrow: free }
    assert.equal(accrualOf({ ...rates, cash: free }, { kind: 'rate', rate: 0.05 }, days), null)
    assert.equal(accrualOf(rates, { kind: 'rate', rate: 0.02 }, days), null)
    assert.notEqual(accrualOf(rates, { kind: 'rate', rate: 0.05 }, days), null)
  })

  test('counts calendar days in years of 365', () => {
    const rates = { cash: { percent: '3.65', overRiskFree: false }, margin: { percent: '1', overRiskFree: true }, borrow: free }
    const { cash, margin, borrow } = accrualOf(rates, { kind: 'rate', rate: 0.063 }, days)!
    assert.deepEqual([...cash], [0, 0.0365 / 365, (0.0365 * 3) / 365])
    assert.deepEqual([...margin], [0, 0.073 / 365, (0.073 * 3) / 365])
    assert.deepEqual([...borrow], [0, 0, 0])
  })

  test('takes the yield of the session before', () => {
    const rates = { cash: { percent: '-0.5', overRiskFree: true }, margin: free, borrow: free }
    const { cash } = accrualOf(rates, { kind: 'yields', percent: Float64Array.of(2, 4, 8) }, days)!
    assert.deepEqual([...cash], [0, (-0.005 + 0.02) / 365, ((-0.005 + 0.04) * 3) / 365])
  })
})
