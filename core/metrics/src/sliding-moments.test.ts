import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { jointMoments } from './joint-moments.ts'
import { slidingMoments } from './sliding-moments.ts'

const point = fc.integer({ min: -999, max: 999 }).map((value) => value / 1000)

describe('slidingMoments', () => {
  test('are the joint moments of each window', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 50 }), fc.integer({ min: 2, max: 15 }), (drawn, window) => {
        const portfolio = Float64Array.from(drawn, ([value]) => value)
        const benchmark = Float64Array.from(drawn, ([, value]) => value)
        const sliding = slidingMoments([portfolio, benchmark], window)
        assert.equal(sliding.length, Math.max(drawn.length - window + 1, 0))
        for (const [from, actual] of sliding.entries()) {
          const to = from + window
          const expected = jointMoments([portfolio.subarray(from, to), benchmark.subarray(from, to)])
          for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
            assert.ok(Math.abs(actual[key] - expected[key]) < 1e-14, `${key}: ${actual[key]} is not ${expected[key]}`)
          }
        }
      }),
    )
  })
})
