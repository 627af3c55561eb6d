import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { distribution } from './distribution.ts'

/** Whole basis points, which often lie on an edge, and numbers just beside them. */
const dailyReturn = fc
  .tuple(fc.integer({ min: -9_999, max: 20_000 }), fc.constantFrom(1, 1, 1 - 2 ** -53, 1 + 2 ** -52))
  .map(([point, factor]) => (point / 10_000) * factor)
const dailyReturns = fc.array(dailyReturn, { minLength: 1, maxLength: 300 }).map((values) => Float64Array.from(values))

describe('distribution', () => {
  test('counts a spread of 27 percentage points in bins of one', () => {
    const { edges, counts } = distribution(Float64Array.of(-0.1383, -0.004, 0, 0.004, 0.1312))
    assert.equal(edges.length, 29)
    assert.deepEqual([edges[0], edges[14], edges[28]], [-0.14, 0, 0.14])
    assert.deepEqual([counts[0], counts[13], counts[14], counts[27]], [1, 1, 2, 1])
  })

  test('puts a return on an edge into the bin that begins there, the highest into the last', () => {
    const { edges, counts } = distribution(Float64Array.of(0, 0.05, 0.1, 0.4))
    assert.deepEqual([edges[0], edges[5], edges.at(-1)], [0, 0.05, 0.4])
    assert.deepEqual([counts[4], counts[5], counts.at(-1)], [0, 1, 1])
  })

  test('reaches beyond a return that division by the width would round to the edge', () => {
    const low = distribution(Float64Array.of(-0.36000000000000004, -0.14))
    assert.deepEqual([low.edges[0], low.counts[0]], [-0.37, 1])
    const high = distribution(Float64Array.of(0.14, 0.36000000000000004))
    assert.deepEqual([high.edges.at(-1), high.counts.at(-1)], [0.37, 1])
  })

  test('is one bin where returns do not differ', () => {
    assert.deepEqual(distribution(new Float64Array(5)), { edges: [0, 0.01], counts: [5], mean: 0, deviation: 0 })
  })

  test('has no bins without returns, and no deviation with one', () => {
    assert.deepEqual(distribution(new Float64Array()), { edges: [], counts: [], mean: null, deviation: null })
    assert.equal(distribution(Float64Array.of(0.01)).deviation, null)
  })

  test('counts every return once, between its edges', () => {
    fc.assert(
      fc.property(dailyReturns, (returns) => {
        const { edges, counts } = distribution(returns)
        const inBin = counts.map((_, i) => {
          const isLast = i === counts.length - 1
          return returns.filter((value) => edges[i]! <= value && (value < edges[i + 1]! || (isLast && value <= edges[i + 1]!)))
            .length
        })
        assert.deepEqual(counts, inBin)
        assert.equal(
          counts.reduce((a, b) => a + b),
          returns.length,
        )
      }),
    )
  })

  test('has at most 40 bins, and at least 20 where returns are spread', () => {
    fc.assert(
      fc.property(dailyReturns, (returns) => {
        const { counts } = distribution(returns)
        const spread = Math.max(...returns) - Math.min(...returns)
        assert.ok(counts.length <= 40)
        assert.ok(spread === 0 || counts.length >= 20, `${counts.length} bins`)
        assert.ok(counts[0]! > 0 && counts.at(-1)! > 0)
      }),
    )
  })

  test('has no empty bin at an end where a quotient is rounded beyond a whole number', () => {
    const { counts } = distribution(Float64Array.of(1.1571, 1.1572))
    assert.deepEqual([counts[0], counts.at(-1)], [1, 1])
  })

  test('cuts at multiples of a round width, written without a rounding error', () => {
    fc.assert(
      fc.property(dailyReturns, (returns) => {
        const { edges } = distribution(returns)
        const width = (edges.at(-1)! - edges[0]!) / (edges.length - 1)
        assert.match(width.toExponential(6), /^(1|2|2\.5|5)\.?0+e/)
        const decimals = Math.max(0, Math.ceil(-Math.log10(width)) + 1)
        for (const edge of edges) {
          assert.equal(Number(edge.toFixed(decimals)), edge)
          assert.ok(Math.abs(edge / width - Math.round(edge / width)) < 1e-6)
        }
      }),
      { numRuns: 200 },
    )
  })
})
