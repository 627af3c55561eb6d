import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaUnderCurve, standardError } from './area-under-curve.ts'

test('areaUnderCurve is 0.5 for equals, 1 and 0 for what never overlaps', () => {
  assert.equal(areaUnderCurve([1, 2, 3], [1, 2, 3]), 0.5)
  assert.equal(areaUnderCurve([4, 5], [1, 2]), 1)
  assert.equal(areaUnderCurve([1, 2], [4, 5]), 0)
  assert.equal(areaUnderCurve([1, 3], [2]), 0.5)
})

test('standardError falls with the root of the count', () => {
  assert.ok(Math.abs(standardError(2000) - 0.00913) < 0.00001)
})
