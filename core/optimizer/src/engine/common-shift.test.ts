import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commonShift } from './common-shift.ts'

const column = fc.record({
  value: fc.double({ min: -3, max: 3, noNaN: true }),
  lower: fc.double({ min: -2, max: 0, noNaN: true }),
  upper: fc.double({ min: 0.1, max: 2, noNaN: true }),
})

test('values that are moved alike and cut off add up to any total that their bounds allow', () => {
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      (columns, share) => {
        const [lower, upper, values] = (['lower', 'upper', 'value'] as const).map((key) =>
          Float64Array.from(columns, (own) => own[key]),
        ) as [Float64Array, Float64Array, Float64Array]
        const total = lower.reduce((sum, least, k) => sum + least + share * (upper[k]! - least), 0)
        const chosen = { columns: Int32Array.from(values.keys()), values, count: values.length }
        const shift = commonShift(chosen, { lower, upper }, total)
        const reached = values.reduce((sum, value, k) => sum + Math.min(Math.max(value + shift, lower[k]!), upper[k]!), 0)
        assert.ok(Math.abs(reached - total) <= 1e-6, `${reached} instead of ${total}`)
      },
    ),
    { numRuns: 500 },
  )
})
