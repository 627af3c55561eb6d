import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exponentialSumRoots } from './exponential-sum-roots.ts'

const sum = (...terms: [coefficient: number, exponent: number][]): { coefficient: number; exponent: number }[] =>
  terms.map(([coefficient, exponent]) => ({ coefficient, exponent }))

/** Coefficients of Π(y − root), lowest power first. */
function polynomial(roots: readonly number[]): number[] {
  return roots.reduce<number[]>(
    (coefficients, root) => [...coefficients, 0].map((_, i) => (coefficients[i - 1] ?? 0) - root * (coefficients[i] ?? 0)),
    [1],
  )
}

describe('exponentialSumRoots', () => {
  test('of two terms is a logarithm', () => {
    const [root, ...others] = exponentialSumRoots(sum([1, 2.5], [-7, 0.5]))
    assert.equal(root?.toFixed(13), (Math.log(7) / 2).toFixed(13))
    assert.deepEqual(others, [])
  })

  test('finds every positive root of a polynomial in e^x', () => {
    const root = fc.integer({ min: 1, max: 30 }).map((value) => value / 4)
    fc.assert(
      fc.property(fc.uniqueArray(root, { minLength: 1, maxLength: 4 }), (drawn) => {
        const terms = polynomial(drawn).map((coefficient, exponent) => ({ coefficient, exponent }))
        const found = exponentialSumRoots(terms).map((value) => Math.exp(value))
        const expected = drawn.toSorted((a, b) => a - b)
        assert.equal(found.length, expected.length)
        for (const [i, value] of found.entries()) assert.ok(Math.abs(value - expected[i]!) < 1e-7)
      }),
    )
  })

  test('finds a double root once', () => {
    const found = exponentialSumRoots(sum([1, 2], [-2, 1], [1, 0]))
    assert.equal(found.length, 1)
    assert.ok(Math.abs(found[0]!) < 1e-6)
  })

  test('finds none where the sum keeps its sign', () => {
    assert.deepEqual(exponentialSumRoots(sum([1, 0], [2, 1])), [])
    assert.deepEqual(exponentialSumRoots(sum([1, 0], [-1, 1], [1, 2])), [])
    assert.deepEqual(exponentialSumRoots([]), [])
  })

  test('adds terms of one exponent first', () => {
    assert.deepEqual(exponentialSumRoots(sum([1, 0], [-1, 0], [3, 1])), [])
    assert.equal(exponentialSumRoots(sum([-2, 0], [-1, 0], [3, 1])).length, 1)
  })

  test('leaves out a root that no number reaches', () => {
    assert.deepEqual(exponentialSumRoots(sum([1, 0], [-1e-300, 5e-324])), [])
  })

  test('reaches roots far out without overflow', () => {
    const [root] = exponentialSumRoots(sum([1e150, 0], [-1e-150, 12_000]))
    assert.equal(root?.toFixed(10), (Math.log(1e150) / 6000).toFixed(10))
  })
})
