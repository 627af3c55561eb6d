import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { arithmeticExpectedReturns } from './arithmetic-expected-returns.ts'
import type { Returns } from './returns.ts'
import { sampleCovariance } from './sample-covariance.ts'
import { sampleMoments } from './sample-moments.ts'

const value = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: -0.2, max: 0.3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
)

const tables = fc
  .record({ t: fc.integer({ min: 2, max: 150 }), n: fc.integer({ min: 1, max: 7 }) })
  .chain(({ t, n }) =>
    fc.record({
      gapless: fc.boolean(),
      table: fc
        .array(value, { minLength: t * n, maxLength: t * n })
        .map((data): Returns => ({ kind: 'returns', t, n, data: Float64Array.from(data) })),
    }),
  )
  .map(({ gapless, table }) => (gapless ? { ...table, data: table.data.map((each) => (Number.isNaN(each) ? 0 : each)) } : table))

/** The outcome, or the message of what was thrown. */
function tried<Value>(work: () => Value): Value | string {
  try {
    return work()
  } catch (error) {
    return String(error)
  }
}

describe('sampleMoments', () => {
  test('are to the last bit what the two estimators find apart, with gaps and without', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('complete' as const, 'pairwise' as const), (table, nan) => {
        const options = { periodsPerYear: 252, nan }
        const both = tried(() => sampleMoments(table, options))
        const covariance = tried(() => sampleCovariance(table, options))
        if (typeof both === 'string') return assert.equal(both, covariance)
        const { expectedReturns } = arithmeticExpectedReturns(table, options)
        assert.deepEqual(both.expectedReturns, expectedReturns)
        assert.deepEqual({ covariance: both.covariance, rows: both.rows }, covariance)
      }),
    )
  })
})
