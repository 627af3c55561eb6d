import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bracketedRoot } from './bracketed-root.ts'

function evaluations(f: (x: number) => number): number {
  let count = 0
  bracketedRoot((x) => (count++, f(x)), { low: 0, high: 3 })
  return count
}

describe('bracketedRoot', () => {
  test('finds the root of Brent’s cubic, known to be -3', () => {
    const root = bracketedRoot((x) => (x + 3) * (x - 1) ** 2, { low: -4, high: 4 / 3 - 0.5 })
    assert.ok(Math.abs(root + 3) < 1e-14)
  })

  test('returns an end that is a root', () => {
    assert.equal(
      bracketedRoot((x) => x, { low: 0, high: 1 }),
      0,
    )
    assert.equal(
      bracketedRoot((x) => x - 1, { low: 0, high: 1 }),
      1,
    )
  })

  test('finds roots of either direction of change, near and far from zero', () => {
    const size = fc.double({ min: -8, max: 8, noNaN: true })
    fc.assert(
      fc.property(size, fc.boolean(), (exponent, rising) => {
        const target = 10 ** exponent
        const root = bracketedRoot((x) => (rising ? 1 : -1) * (Math.log(x) - Math.log(target)), { low: 1e-9, high: 1e9 })
        assert.ok(Math.abs(root / target - 1) < 1e-13, `${root} is not ${target}`)
      }),
    )
  })

  test('needs few evaluations for a smooth function and not many for a jump', () => {
    assert.ok(evaluations((x) => Math.exp(x) - 2) < 15)
    assert.ok(evaluations((x) => (x < 1 / 3 ? -1 : 1)) < 120)
  })

  test('refuses ends of the same sign', () => {
    assert.throws(
      () => bracketedRoot((x) => x * x + 1, { low: -1, high: 1 }),
      /^RangeError: Cannot find a root: .* between -1 and 1, got 2 and 2$/,
    )
  })
})
