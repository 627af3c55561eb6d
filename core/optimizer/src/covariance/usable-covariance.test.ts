import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { usableCovariance } from './usable-covariance.ts'
import { dense } from '../trial/random-covariances.ts'

const assets = ['AAPL', 'MSFT']

describe('usableCovariance', () => {
  test('takes a covariance, one that rounding made a little asymmetric, copies and mirror images, and assets that do not vary', () => {
    usableCovariance(dense([0.04, 0.01], [0.01 + 1e-15, 0.09]), assets)
    usableCovariance(dense([0.1, 0.1], [0.1, 0.1]))
    usableCovariance(dense([0.1, -0.1], [-0.1, 0.1]))
    usableCovariance(dense([0, 0], [0, 0.1]))
  })

  const faults: [string, Parameters<typeof usableCovariance>[0], object][] = [
    ['no assets', { kind: 'dense', n: 0, data: new Float64Array(0) }, { code: 'empty' }],
    ['too few entries', { kind: 'dense', n: 2, data: new Float64Array(3) }, { code: 'shape' }],
    ['labels for other assets', dense([1]), { code: 'shape', field: 'assets' }],
    ['NaN', dense([1, Number.NaN], [Number.NaN, 1]), { code: 'not_finite', index: 2, asset: 'MSFT' }],
    ['an infinite variance', dense([1, 0], [0, Infinity]), { code: 'not_finite', index: 3, asset: 'MSFT' }],
    ['a variance of 1e300', dense([1, 0], [0, 1e300]), { code: 'not_finite', index: 3, asset: 'MSFT' }],
    ['a negative variance', dense([-1, 0], [0, 1]), { code: 'out_of_range', index: 0, asset: 'AAPL' }],
    ['two covariances of one pair', dense([1, 0.1], [0.2, 1]), { code: 'not_symmetric', index: 2, asset: 'MSFT' }],
    ['a correlation of 2', dense([1, 2], [2, 1]), { code: 'not_positive_semidefinite', index: 2, asset: 'MSFT' }],
  ]
  for (const [what, covariance, expected] of faults) {
    test(`refuses ${what}`, () => assert.throws(() => usableCovariance(covariance, assets), expected))
  }

  test('says what is wrong with what', () => {
    assert.throws(() => usableCovariance(dense([0, 1], [1, 1])), {
      message: 'covariance.data of asset 1 and asset 0 must not exceed 0 in size, the product of their volatilities, got 1',
    })
  })

  test('makes symmetric what rounding left not quite so', () => {
    const { data } = usableCovariance(dense([1, 0.5], [0.5 + 2 ** -40, 1]))
    assert.deepEqual([data[1], data[2]], [0.5 + 2 ** -41, 0.5 + 2 ** -41])
  })
})
