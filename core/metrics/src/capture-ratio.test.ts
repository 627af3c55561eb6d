import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { captureRatio, meanCaptureRatio } from './capture-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)
const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)

describe('captureRatio', () => {
  test('compares geometric means over the months in which the benchmark rose or fell', () => {
    const up = (Math.sqrt(1.02 * 1.03) - 1) / (Math.sqrt(1.01 * 1.02) - 1)
    assert.equal(captureRatio([returns, benchmark], 'up')?.toFixed(12), up.toFixed(12))
    assert.equal(captureRatio([returns, benchmark], 'down')?.toFixed(12), '1.000000000000')
  })

  test('leaves out months in which the benchmark stood still', () => {
    assert.equal(captureRatio([Float64Array.of(0.5, 0.25), Float64Array.of(0, 0.25)], 'up')?.toFixed(12), '1.000000000000')
  })

  test('is null when the benchmark never rose or never fell', () => {
    assert.equal(captureRatio([returns, returns.map(() => -0.01)], 'up'), null)
    assert.equal(captureRatio([returns, returns.map(() => 0)], 'down'), null)
  })
})

describe('meanCaptureRatio', () => {
  test('compares arithmetic means', () => {
    assert.equal(meanCaptureRatio([returns, benchmark], 'up')?.toFixed(12), (0.025 / 0.015).toFixed(12))
    assert.equal(meanCaptureRatio([returns, benchmark], 'down')?.toFixed(12), '1.000000000000')
  })

  test('refuses lists of different lengths', () => {
    assert.throws(() => meanCaptureRatio([returns, returns.subarray(1)], 'up'), RangeError)
  })
})
