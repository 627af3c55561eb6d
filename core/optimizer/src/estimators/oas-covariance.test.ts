import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { oasCovariance } from './oas-covariance.ts'

describe('oasCovariance', () => {
  // S = diag(1, 0.01): trace 1.01, trace of the square 1.0001.
  const rows = [1, -1].flatMap((a) => [0.1, -0.1].map((b) => [a, b]))
  const table = { kind: 'returns', t: 8, n: 2, data: Float64Array.from([...rows, ...rows].flat()) } as const

  test('by equation 23', () => {
    const { intensity, covariance } = oasCovariance(table, { periodsPerYear: 2 })
    const byHand = 1.01 ** 2 / (8 * (1.0001 - 1.01 ** 2 / 2))
    assert.equal(intensity.toFixed(14), byHand.toFixed(14))
    assert.equal(covariance.data[0]!.toFixed(14), (2 * (1 - byHand + byHand * 0.505)).toFixed(14))
  })

  test('compat leaves out the terms with 2/N', () => {
    const { intensity } = oasCovariance(table, { periodsPerYear: 2, compat: 'pyportfolioopt' })
    assert.equal(intensity.toFixed(14), ((1.0001 + 1.01 ** 2) / (9 * (1.0001 - 1.01 ** 2 / 2))).toFixed(14))
  })

  test('is 1 where the sample is its target', () => {
    const one = { kind: 'returns', t: 3, n: 1, data: Float64Array.of(1, 2, 4) } as const
    assert.equal(oasCovariance(one, { periodsPerYear: 1 }).intensity, 1)
  })
})
