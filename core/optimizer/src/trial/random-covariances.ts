import fc from 'fast-check'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'

/** Covariance from rows, for tests. */
export function dense(...rows: readonly (readonly number[])[]): DenseCovariance {
  return { kind: 'dense', n: rows.length, data: Float64Array.from(rows.flat()) }
}

/** Covariances of assets with three common factors and risks of their own: 10 % to 60 % volatility or so, well conditioned. */
export const covariances: fc.Arbitrary<DenseCovariance> = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc
    .tuple(
      fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 3 * n, maxLength: 3 * n }),
      fc.array(fc.integer({ min: 10, max: 40 }), { minLength: n, maxLength: n }),
    )
    .map(([loadings, own]) => {
      const data = new Float64Array(n * n)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const products = [0, 1, 2].map((k) => loadings[3 * i + k]! * loadings[3 * j + k]!)
          data[i * n + j] = (products[0]! + products[1]! + products[2]! + (i === j ? own[i]! ** 2 : 0)) / 10_000
        }
      }
      return { kind: 'dense' as const, n, data }
    }),
)

/** The same assets the other way round. */
export function reversed({ n, data }: DenseCovariance): DenseCovariance {
  return { kind: 'dense', n, data: data.toReversed() }
}

/** With every entry multiplied. */
export function scaled({ n, data }: DenseCovariance, factor: number): DenseCovariance {
  return { kind: 'dense', n, data: data.map((value) => value * factor) }
}
