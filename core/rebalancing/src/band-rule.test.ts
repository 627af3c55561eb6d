import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isOutsideBand } from './band-rule.ts'

const none = Number.POSITIVE_INFINITY
const targets = Float64Array.of(0.5, 0.1, -0.2)

describe('isOutsideBand', () => {
  test('takes the narrower part, each leg with its own relative width', () => {
    const band = { absolute: 0.05, relative: 0.2 }
    assert.equal(isOutsideBand(band, Float64Array.of(0.549, 0.1, -0.2), targets), false)
    assert.equal(isOutsideBand(band, Float64Array.of(0.551, 0.1, -0.2), targets), true)
    assert.equal(isOutsideBand(band, Float64Array.of(0.5, 0.119, -0.2), targets), false)
    assert.equal(isOutsideBand(band, Float64Array.of(0.5, 0.121, -0.2), targets), true)
  })

  test('measures a short leg by the size of its target', () => {
    const band = { absolute: none, relative: 0.25 }
    assert.equal(isOutsideBand(band, Float64Array.of(0.5, 0.1, -0.249), targets), false)
    assert.equal(isOutsideBand(band, Float64Array.of(0.5, 0.1, -0.251), targets), true)
    assert.equal(isOutsideBand(band, Float64Array.of(0.5, 0.1, -0.149), targets), true)
  })

  test('stays inside on the border, whatever the rounding', () => {
    assert.equal(isOutsideBand({ absolute: 0.05, relative: none }, Float64Array.of(0.55, 0.05, -0.25), targets), false)
  })

  test('treats an absent part as infinitely wide', () => {
    assert.equal(isOutsideBand({ absolute: none, relative: none }, Float64Array.of(9, 9, 9), targets), false)
    assert.equal(isOutsideBand({ absolute: 0.05, relative: none }, Float64Array.of(0), Float64Array.of(0)), false)
  })
})
