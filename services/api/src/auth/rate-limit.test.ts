import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { rateLimit } from './rate-limit.ts'

const at = (seconds: number): Date => new Date(1_700_000_000_000 + seconds * 1000)

describe('rateLimit', () => {
  test('lets three pass a minute, says how long the fourth must wait, and counts keys apart', () => {
    const limit = rateLimit({ count: 3, windowMs: 60_000 })
    assert.deepEqual(
      [0, 10, 20, 30].map((second) => limit('a', at(second))),
      [0, 0, 0, 30],
    )
    assert.equal(limit('b', at(30)), 0)
    assert.equal(limit('a', at(59.9)), 1)
    assert.deepEqual(
      [60, 61, 70].map((second) => limit('a', at(second))),
      [0, 9, 0],
    )
  })

  test('never lets more than the count pass in any window', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 5 }), (seconds, count) => {
        const limit = rateLimit({ count, windowMs: 60_000 })
        let now = 0
        const passed: number[] = []
        for (const gap of seconds) {
          now += gap
          if (limit('a', at(now)) === 0) passed.push(now)
        }
        for (const start of passed) assert.ok(passed.filter((each) => each >= start && each < start + 60).length <= count)
      }),
    )
  })

  test('forgets keys whose window is over', () => {
    const limit = rateLimit({ count: 1, windowMs: 1000 })
    for (let i = 0; i < 20_000; i += 1) assert.equal(limit(`key ${i}`, at(i)), 0)
  })
})
