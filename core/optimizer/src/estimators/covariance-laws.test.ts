import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { symmetricEigenvalues } from '@portofino/numeric'
import fc from 'fast-check'
import type { CovarianceEstimate, ShrunkCovarianceEstimate } from './covariance-estimate.ts'
import { ewmaCovariance } from './ewma-covariance.ts'
import { ledoitWolfCovariance } from './ledoit-wolf-covariance.ts'
import { oasCovariance } from './oas-covariance.ts'
import type { Returns } from './returns.ts'
import { sampleCovariance } from './sample-covariance.ts'

const periodsPerYear = 252
type Estimator = (returns: Returns) => CovarianceEstimate | ShrunkCovarianceEstimate
const estimators: Record<string, Estimator> = {
  sample: (returns) => sampleCovariance(returns, { periodsPerYear }),
  ewma: (returns) => ewmaCovariance(returns, { span: 10, periodsPerYear }),
  constantVariance: (returns) => ledoitWolfCovariance(returns, { target: 'constant_variance', periodsPerYear }),
  constantCorrelation: (returns) => ledoitWolfCovariance(returns, { target: 'constant_correlation', periodsPerYear }),
  singleFactor: (returns) => ledoitWolfCovariance(returns, { target: 'single_factor', periodsPerYear }),
  oas: (returns) => oasCovariance(returns, { periodsPerYear }),
}

function tableOf(rows: number[][]): Returns {
  return { kind: 'returns', t: rows.length, n: rows[0]!.length, data: Float64Array.from(rows.flat()) }
}

const rows = fc
  .record({ n: fc.integer({ min: 1, max: 5 }), t: fc.integer({ min: 2, max: 8 }) })
  .chain(({ n, t }) => {
    const row = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: n, maxLength: n })
    return fc.array(row, { minLength: t, maxLength: t })
  })
  .map((points) => points.map((row) => row.map((point) => point / 10_000)))

function intensityOf(estimate: CovarianceEstimate | ShrunkCovarianceEstimate): number {
  return 'intensity' in estimate ? estimate.intensity : 0
}

function assertSound(estimate: CovarianceEstimate | ShrunkCovarianceEstimate): void {
  const { n, data } = estimate.covariance
  assert.ok(data.every((value) => Number.isFinite(value)))
  assert.ok(intensityOf(estimate) >= 0 && intensityOf(estimate) <= 1)
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) assert.equal(data[i * n + j], data[j * n + i])
  const values = symmetricEigenvalues(data, n)
  assert.ok(values[0]! >= -1e-13 * values[n - 1]!, `smallest ${values[0]} of ${values[n - 1]}`)
}

const gradual = [
  [0.01, 0.02, -0.01],
  [0.03, -0.01, 0.02],
  [-0.02, 0.01, 0.03],
  [0.01, -0.03, 0.01],
]
const degenerate: Record<string, number[][]> = {
  'fewer rows than assets': [
    [0.01, 0.02, -0.01, 0.04],
    [0.03, -0.01, 0.02, 0.01],
    [-0.02, 0.01, 0.03, -0.02],
  ],
  'two rows': [
    [0.01, 0.02, -0.01],
    [0.03, -0.01, 0.02],
  ],
  'one asset': [[0.01], [0.03], [-0.02]],
  'an asset that does not vary': gradual.map(([a, b]) => [a!, 0.1, b!]),
  'nothing that varies': gradual.map(() => [0.1, 0.2, 0.3]),
  'a duplicated asset': gradual.map(([a, b]) => [a!, b!, a!]),
  'two opposites, whose mean does not vary': gradual.map(([a]) => [a!, -a!]),
}

for (const [name, estimator] of Object.entries(estimators)) {
  describe(`${name} covariance`, () => {
    test('is symmetric to the bit and positive semidefinite, its intensity within 0..1', () => {
      fc.assert(fc.property(rows, (drawn) => assertSound(estimator(tableOf(drawn)))))
    })

    for (const [shape, degenerateRows] of Object.entries(degenerate)) {
      test(`the same for ${shape}`, () => assertSound(estimator(tableOf(degenerateRows))))
    }

    test('is exactly four times as large for returns twice as large, at the same intensity', () => {
      fc.assert(
        fc.property(rows, (drawn) => {
          const single = estimator(tableOf(drawn))
          const double = estimator(tableOf(drawn.map((row) => row.map((value) => 2 * value))))
          assert.deepEqual(
            double.covariance.data,
            single.covariance.data.map((value) => 4 * value),
          )
          assert.equal(intensityOf(double), intensityOf(single))
        }),
      )
    })

    test('turns with the order of the assets', () => {
      fc.assert(
        fc.property(rows, (drawn) => {
          const forward = estimator(tableOf(drawn)).covariance.data
          const backward = estimator(tableOf(drawn.map((row) => row.toReversed()))).covariance.data.toReversed()
          const size = Math.max(...forward.map(Math.abs))
          for (const [at, value] of forward.entries()) assert.ok(Math.abs(value - backward[at]!) <= 1e-9 * size)
        }),
      )
    })

    test('leaves its input as it is', () => {
      const table = tableOf(gradual)
      estimator(table)
      assert.deepEqual(table, tableOf(gradual))
    })
  })
}
