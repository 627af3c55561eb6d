import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import { sealedCovariance } from '../covariance/sealed-covariance.ts'
import { checkedProblem } from './checked-problem.ts'
import type { Problem } from './problem.ts'

const covariance: DenseCovariance = { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.01, 0.01, 0.09) }
const good: Problem = { assets: ['AAA', 'BBB'], covariance, expectedReturns: Float64Array.of(0.05, 0.07) }
const dense = (...data: number[]): DenseCovariance => ({ kind: 'dense', n: 2, data: Float64Array.from(data) })

/** What is wrong, and the error: code, field, index and asset, message. */
const faults: readonly [string, Partial<Problem>, string][] = [
  [
    'a matrix of another size',
    { covariance: dense(1, 0, 0) },
    'shape at covariance.data, -, -: covariance.data must have 2 × 2 = 4 numbers, got 3',
  ],
  [
    'no assets',
    { covariance: { kind: 'dense', n: 0, data: new Float64Array() } },
    'empty at covariance.n, -, -: covariance.n must be a whole number of at least 1, got 0',
  ],
  [
    'a covariance that is not a number',
    { covariance: dense(0.04, NaN, NaN, 0.09) },
    'not_finite at covariance.data, 2, BBB: covariance.data of BBB and AAA must be a finite number, got NaN',
  ],
  [
    'a negative variance',
    { covariance: dense(0.04, 0, 0, -0.09) },
    'out_of_range at covariance.data, 3, BBB: covariance.data of BBB must be at least 0, got -0.09',
  ],
  [
    'an asymmetric matrix',
    { covariance: dense(0.04, 0.01, 0.02, 0.09) },
    'not_symmetric at covariance.data, 2, BBB: covariance.data of BBB and AAA must be the same both ways, got 0.02 and 0.01',
  ],
  [
    'labels for fewer assets',
    { assets: ['AAA'] },
    'shape at assets, -, -: assets must have one label for each of the 2 assets, got 1',
  ],
  [
    'a label twice',
    { assets: ['AAA', 'AAA'] },
    'duplicate_label at assets, 1, AAA: assets[1] must be a label of its own, got "AAA" as at 0',
  ],
  [
    'returns for fewer assets',
    { expectedReturns: Float64Array.of(0.05) },
    'shape at expectedReturns, -, -: expectedReturns must have one number for each of the 2 assets, got 1',
  ],
  [
    'an infinite return',
    { expectedReturns: Float64Array.of(0.05, Infinity) },
    'not_finite at expectedReturns, 1, BBB: expectedReturns of BBB must be a finite number, got Infinity',
  ],
  [
    'crossed bounds',
    { bounds: { lower: Float64Array.of(0, 0.6), upper: 0.5 } },
    'bounds_crossed at bounds, 1, BBB: bounds of BBB must leave room, got lower 0.6 above upper 0.5',
  ],
  [
    'a lower bound of +Infinity',
    { bounds: { lower: Infinity, upper: Infinity } },
    'not_finite at bounds.lower, 0, AAA: bounds.lower of AAA must be a finite number, got Infinity',
  ],
  ['a budget that is not a number', { budget: NaN }, 'not_finite at budget, -, -: budget must be a finite number, got NaN'],
  [
    'a band of budgets upside down',
    { budget: { min: 1, max: 0.5 } },
    'bounds_crossed at budget, -, -: budget must leave room between its limits, got lower 1 above upper 0.5',
  ],
  [
    'a row of another length',
    { rows: [{ name: 'r', coefficients: Float64Array.of(1), lower: 0 }] },
    'shape at rows[0].coefficients, -, -: rows[0].coefficients must have one number for each of the 2 assets, got 1',
  ],
  [
    'a row with more values than indices',
    { rows: [{ name: 'r', coefficients: { indices: [0], values: [1, 2] } }] },
    'shape at rows[0].coefficients, -, -: rows[0].coefficients must have as many values as indices, got 2 and 1',
  ],
  [
    'a member that is no asset',
    { groups: [{ name: 'g', members: [0, 2] }] },
    'unknown_label at groups[0].members, 1, 2: groups[0].members[1] must be the number of an asset, 0 to 1, got 2',
  ],
  [
    'a member twice',
    { groups: [{ name: 'g', members: [1, 1] }] },
    'duplicate_label at groups[0].members, 1, BBB: groups[0].members[1] must be an asset that is not named before, got BBB once more',
  ],
  [
    'a negative gross exposure',
    { grossExposure: -1 },
    'out_of_range at grossExposure, -, -: grossExposure must be a finite number of at least 0, got -1',
  ],
  [
    'a negative cost',
    { costs: { from: Float64Array.of(0, 1), rate: Float64Array.of(0.01, -0.01) } },
    'out_of_range at costs.rate, 1, BBB: costs.rate of BBB must be at least 0, got -0.01',
  ],
  [
    'a turnover from elsewhere',
    { turnover: { from: Float64Array.of(1), max: 0.5 } },
    'shape at turnover.from, -, -: turnover.from must have one number for each of the 2 assets, got 1',
  ],
]

describe('checkedProblem', () => {
  for (const [what, change, fault] of faults) {
    test(`refuses ${what}`, () => {
      assert.throws(
        () => checkedProblem({ ...good, ...change }),
        (error: unknown) => {
          assert.ok(error instanceof OptimizerInputError)
          const { code, field, index, asset, message } = error
          assert.equal(`${code} at ${field}, ${index ?? '-'}, ${asset ?? '-'}: ${message}`, fault)
          return true
        },
      )
    })
  }

  test('writes out what is left to defaults', () => {
    const { lower, upper, rows, costs, turnover, l2, name } = checkedProblem({ covariance })
    assert.deepEqual(
      [Array.from(lower), Array.from(upper)],
      [
        [0, 0],
        [1, 1],
      ],
    )
    assert.deepEqual(
      rows.map(({ reference, lower: least, upper: most }) => [reference.kind, least, most]),
      [['budget', 1, 1]],
    )
    assert.deepEqual([costs, turnover, l2, name(1)], [null, null, null, 'asset 1'])
  })

  test('takes the mean of what rounding left asymmetric, and leaves the given matrix alone', () => {
    const data = Float64Array.of(0.04, 0.01, 0.01 + 1e-14, 0.09)
    const { covariance: checked } = checkedProblem({ covariance: { kind: 'dense', n: 2, data } })
    assert.equal(checked[1], checked[2])
    assert.equal(data[2], 0.01 + 1e-14)
  })

  test('takes a sealed covariance as it is, which nobody can change through what it was made of', () => {
    const data = Float64Array.of(0.04, 0.01, 0.01, 0.09)
    const sealed = sealedCovariance({ kind: 'dense', n: 2, data })
    data[0] = NaN
    assert.equal(checkedProblem({ covariance: sealed }).covariance[0], 0.04)
  })
})
