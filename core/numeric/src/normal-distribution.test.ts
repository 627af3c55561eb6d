import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { normalCumulative, normalQuantile } from './normal-distribution.ts'

function assertRelative(actual: number, expected: number, tolerance = 2e-15): void {
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${actual} is not ${expected}`)
}

// Both tables: mpmath 1.3 with 40 digits, erfc(-z/√2)/2 and its root.
const probabilities: [number, number][] = [
  [-37, 5.725571222524577e-300],
  [-8.25, 7.919726314642477e-17],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [1.2, 0.8849303297782918],
  [4.5, 0.9999966023268753],
]
const quantiles: [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-10, -6.361340902404057],
  [0.01, -2.326347874040841],
  [0.05, -1.6448536269514726],
  [0.3, -0.5244005127080408],
  [0.999, 3.0902323061678136],
]

describe('normalCumulative', () => {
  for (const [z, expected] of probabilities) test(`at ${z}`, () => assertRelative(normalCumulative(z), expected))

  test('ends at 0 and 1', () => {
    assert.equal(normalCumulative(-Infinity), 0)
    assert.equal(normalCumulative(-1e300), 0)
    assert.equal(normalCumulative(Infinity), 1)
  })

  test('is symmetric and never falls', () => {
    const z = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(z, z, (a, b) => {
        assertRelative(normalCumulative(a) + normalCumulative(-a), 1, 4e-16)
        assert.ok(normalCumulative(Math.min(a, b)) <= normalCumulative(Math.max(a, b)) + 1e-15)
      }),
    )
  })
})

describe('normalQuantile', () => {
  for (const [p, expected] of quantiles) test(`at ${p}`, () => assertRelative(normalQuantile(p), expected))

  test('inverts the cumulative probability', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 2, noNaN: true }), (z) => {
        assert.ok(Math.abs(normalQuantile(normalCumulative(z)) - z) < 1e-13)
      }),
    )
  })

  test('is infinite at 0 and 1 and refuses what is no probability', () => {
    assert.equal(normalQuantile(0), -Infinity)
    assert.equal(normalQuantile(1), Infinity)
    for (const p of [-0.1, 1.1, Number.NaN]) assert.throws(() => normalQuantile(p), RangeError)
  })
})
