import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkCovariance, checkFinite, listed } from './input-checks.ts'
import { OptimizerInputError } from './input-error.ts'
import { dense } from './random-covariances.ts'

const assets = ['AAPL', 'MSFT']

describe('checkCovariance', () => {
  test('takes a covariance, one that rounding made a little asymmetric, copies and mirror images, and assets that do not vary', () => {
    checkCovariance(dense([0.04, 0.01], [0.01 + 1e-15, 0.09]), assets)
    checkCovariance(dense([0.1, 0.1], [0.1, 0.1]))
    checkCovariance(dense([0.1, -0.1], [-0.1, 0.1]))
    checkCovariance(dense([0, 0], [0, 0.1]))
  })

  const faults: [string, Parameters<typeof checkCovariance>[0], object][] = [
    ['no assets', { kind: 'dense', n: 0, data: new Float64Array(0) }, { code: 'shape', field: 'covariance' }],
    ['half an asset', { kind: 'dense', n: 0.5, data: new Float64Array(0) }, { code: 'shape', field: 'covariance' }],
    ['too few entries', { kind: 'dense', n: 2, data: new Float64Array(3) }, { code: 'shape', field: 'covariance' }],
    ['labels for other assets', dense([1]), { code: 'shape', field: 'assets' }],
    ['NaN', dense([1, Number.NaN], [0, 1]), { code: 'not_symmetric', index: 2, asset: 'MSFT' }],
    ['NaN below', dense([1, 0], [Number.NaN, 1]), { code: 'not_finite', index: 2, asset: 'MSFT' }],
    ['an infinite variance', dense([1, 0], [0, Infinity]), { code: 'not_finite', index: 3, asset: 'MSFT' }],
    ['a negative variance', dense([-1, 0], [0, 1]), { code: 'not_positive_semidefinite', index: 0, asset: 'AAPL' }],
    ['two covariances of one pair', dense([1, 0.1], [0.2, 1]), { code: 'not_symmetric', index: 2, asset: 'MSFT' }],
    ['a correlation of 2', dense([1, 2], [2, 1]), { code: 'not_positive_semidefinite', index: 2, asset: 'MSFT' }],
  ]
  for (const [what, covariance, expected] of faults) {
    test(`refuses ${what}`, () => assert.throws(() => checkCovariance(covariance, assets), expected))
  }

  test('says what is wrong with what', () => {
    assert.throws(() => checkCovariance(dense([1, 0.1], [0.2, 1]), assets), {
      name: 'OptimizerInputError',
      message: 'Cannot read the covariance: the covariance of AAPL and MSFT must be the same both ways, got 0.2 and 0.1',
    })
    assert.throws(() => checkCovariance(dense([0, 1], [1, 1])), {
      message: 'Cannot read the covariance: the covariance of 0 and 1 must not exceed 0 in size, got 1',
    })
  })
})

test('checkFinite names the first value at fault', () => {
  checkFinite(Float64Array.of(1, -2), { field: 'prices', n: 2 })
  assert.throws(
    () => checkFinite(Float64Array.of(1), { field: 'prices', n: 2 }),
    /Cannot read prices: 2 values are needed, got 1$/,
  )
  assert.throws(
    () => checkFinite(Float64Array.of(1, Infinity), { field: 'prices', n: 2, assets }),
    (error) => error instanceof OptimizerInputError && error.index === 1 && error.asset === 'MSFT' && error.field === 'prices',
  )
})

test('listed writes names as a sentence does', () => {
  assert.deepEqual([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])], ['', 'A', 'A and B', 'A, B and C'])
})
