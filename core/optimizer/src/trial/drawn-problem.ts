import fc from 'fast-check'
import type { Problem } from '../problem/problem.ts'

/** Problems as people pose them, small: daily returns of a few weeks as the sample, with some of every kind of limit. For tests. */
export const drawnProblem: fc.Arbitrary<Problem> = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), periods: fc.integer({ min: 2, max: 30 }), seed: fc.integer(), has: fc.nat(63) })
  .map(({ n, periods, seed, has }) =>
    problemFrom({ n, periods, random: randomFrom(seed), has: (bit) => (has & (1 << bit)) !== 0 }),
  )

interface Drawn {
  n: number
  periods: number
  random: () => number
  has: (bit: number) => boolean
}

/** A problem of so many assets, with what `has` says. */
export function problemFrom({ n, periods, random, has }: Drawn): Problem {
  const returns = Array.from({ length: periods }, () => Array.from({ length: n }, () => 0.5 * (random() + random() - 1)))
  const from = Float64Array.from({ length: n }, () => 1 / n)
  const isShort = has(0)
  return {
    covariance: { kind: 'dense', n, data: gram(returns, n) },
    expectedReturns: Float64Array.from({ length: n }, () => 0.2 * random() - 0.04),
    bounds: isShort ? { lower: -0.5, upper: 1 } : { lower: 0, upper: has(1) ? Math.max(0.35, 1.2 / n) : 1 },
    ...(has(2) ? { costs: { from, rate: 0.02 * random() } } : {}),
    ...(has(3) ? { turnover: { from, max: random() } } : {}),
    ...(isShort && has(4) ? { grossExposure: 1 + random() } : {}),
    ...(has(5) ? { l2: 0.1 * random() } : {}),
    ...(n > 2 && random() < 0.3 ? { groups: [{ name: 'first two', members: [0, 1], upper: 0.7 }] } : {}),
  }
}

/** Mean of the products of returns, by rows. */
export function gram(returns: readonly (readonly number[])[], n: number): Float64Array {
  const data = new Float64Array(n * n)
  for (const row of returns) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) data[i * n + j] = data[i * n + j]! + (row[i]! * row[j]!) / returns.length
    }
  }
  return data
}

/** Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003. */
export function randomFrom(seed: number): () => number {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
