import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { symmetricEigenvalues } from '@portofino/numeric'
import fc from 'fast-check'
import { leastEigenvalueEstimate } from './least-eigenvalue.ts'
import { covariances, dense } from '../trial/random-covariances.ts'

describe('leastEigenvalueEstimate', () => {
  test('is never below the smallest eigenvalue, and hardly above it', () => {
    fc.assert(
      fc.property(covariances, ({ data, n }) => {
        const exact = symmetricEigenvalues(data, n)
        const estimate = leastEigenvalueEstimate(data, n)
        assert.ok(estimate >= exact[0]! - 1e-14 * exact[n - 1]!, `${estimate} is below ${exact[0]}`)
        assert.ok(estimate <= 1.25 * exact[0]!, `${estimate} is far above ${exact[0]}`)
      }),
    )
  })

  test('scales with the matrix, to where its squares overflow or vanish', () => {
    const { data, n } = dense([0.04, 0.01], [0.01, 0.09])
    const usual = leastEigenvalueEstimate(data, n)
    for (const scale of [2 ** -900, 2 ** -600, 2 ** 600, 2 ** 900]) {
      const scaled = leastEigenvalueEstimate(
        data.map((value) => value * scale),
        n,
      )
      assert.equal(scaled / scale, usual, String(scale))
    }
  })

  test('is zero within rounding where assets are copies or have no risk', () => {
    assert.ok(leastEigenvalueEstimate(dense([0.04, 0.04], [0.04, 0.04]).data, 2) <= 1e-16)
    assert.equal(leastEigenvalueEstimate(dense([0.04, 0], [0, 0]).data, 2), 0)
    assert.equal(leastEigenvalueEstimate(dense([0]).data, 1), 0)
  })
})
