import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shifted, zoomed } from './time-series-gestures.ts'

test('what is pointed at stays where it is', () => {
  assert.deepEqual(zoomed({ from: 0, to: 100 }, { around: 50, factor: 0.5, count: 101 }), { from: 25, to: 75 })
  assert.deepEqual(zoomed({ from: 0, to: 100 }, { around: 100, factor: 0.5, count: 101 }), { from: 50, to: 100 })
  assert.deepEqual(shifted({ from: 10, to: 20 }, { by: 5, count: 101 }), { from: 15, to: 25 })
  assert.deepEqual(shifted({ from: 90, to: 100 }, { by: 5, count: 101 }), { from: 90, to: 100 })
})

test('however it is moved, a part stays within the run and never vanishes', () => {
  const moves = fc.array(
    fc.record({
      around: fc.nat(999),
      factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
      by: fc.integer({ min: -2000, max: 2000 }),
    }),
  )
  fc.assert(
    fc.property(moves, (given) => {
      let part = { from: 0, to: 999 }
      for (const { around, factor, by } of given) {
        part = shifted(zoomed(part, { around: Math.min(Math.max(around, part.from), part.to), factor, count: 1000 }), {
          by,
          count: 1000,
        })
        assert.ok(part.from >= 0 && part.to <= 999.000_001 && part.to - part.from >= 4.99, `${part.from} to ${part.to}`)
      }
    }),
  )
})
