import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmarRatio } from './calmar-ratio.ts'

describe('calmarRatio', () => {
  test('divides growth by the deepest fall', () => assert.equal(calmarRatio(0.125, 0.5), 0.25))

  test('is negative for a loss', () => assert.equal(calmarRatio(-0.125, 0.5), -0.25))

  test('is null without a fall, rounding errors included', () => {
    assert.equal(calmarRatio(0.125, 0), null)
    assert.equal(calmarRatio(0.125, 1e-16), null)
  })
})
