import type { Problem } from '../problem/problem.ts'
import { randomFrom } from './drawn-problem.ts'

/** A market, five styles and risks of their own; or a sample of fewer days than assets. */
export const factorShapes = {
  'few assets become free': { styles: 0.16, days: null },
  'most assets become free': { styles: 0.005, days: null },
  'fewer days than assets': { styles: 0.16, days: 4 },
} as const

/** Assets as many as asked for, long only. For tests. */
export function factorProblem(
  n: number,
  seed: number,
  { styles, days }: { styles: number; days: number | null },
): Problem & { expectedReturns: Float64Array } {
  const random = randomFrom(seed * 77 + 1)
  const loadings = Float64Array.from({ length: n * 6 }, (_, k) => (k % 6 === 0 ? 0.8 + 0.4 * random() : random() - 0.5) * styles)
  const data = gram(loadings, n, 6)
  for (let i = 0; i < n; i++) data[i * (n + 1)] = data[i * (n + 1)]! + (0.15 * (1 + 2 * random())) ** 2
  const sample = days === null ? null : Math.max(2, Math.floor(n / days))
  const returns = Float64Array.from({ length: n * (sample ?? 0) }, () => (0.3 * (random() + random() - 1)) / Math.sqrt(sample!))
  return {
    covariance: { kind: 'dense', n, data: sample === null ? data : gram(returns, n, sample) },
    expectedReturns: Float64Array.from({ length: n }, () => 0.1 * random()),
  }
}

function gram(rows: Float64Array, n: number, length: number): Float64Array {
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let total = 0
      for (let k = 0; k < length; k++) total += rows[i * length + k]! * rows[j * length + k]!
      data[i * n + j] = total
      data[j * n + i] = total
    }
  }
  return data
}
