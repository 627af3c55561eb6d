import type { Problem } from '../problem/problem.ts'
import { randomFrom } from './drawn-problem.ts'

/** Bounds of one asset of n. */
type Box = (below: (n: number) => number, n: number) => [number, number]

const boxes: readonly Box[] = [
  () => [0, 1],
  (_, n) => [0, 2 / n],
  () => [-0.5, 0.5],
  () => [-Infinity, 0.5],
  (below) => [below(2) === 0 ? 0 : -0.25, below(2) === 0 ? 0 : 0.75],
  (below, n) => {
    const lower = below(3) / (4 * n)
    return [lower, lower + below(4) / n]
  },
]

/**
 * A problem with no limits but bounds and a budget. Half of them have returns that are small whole numbers, so that gradients and
 * weights often tie; some have fewer periods than assets, or twins. For tests.
 */
export function boxedProblem(seed: number): Problem {
  const random = randomFrom(seed * 2654435 + 1)
  const below = (n: number): number => Math.floor(random() * n)
  const n = 1 + below(seed % 7 === 0 ? 30 : 8)
  const isWhole = below(2) === 0
  const hasTwins = n > 1 && below(4) === 0
  const data = new Float64Array(n * n)
  for (let period = 1 + below(2 * n + 4); period > 0; period--) {
    const row = Float64Array.from({ length: n }, () => (isWhole ? below(5) - 2 : random() + random() - 1) / 8)
    if (hasTwins) row[1] = row[0]!
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) data[i * n + j] = data[i * n + j]! + row[i]! * row[j]!
  }
  const box = boxes[below(boxes.length)]!
  const bounds = Array.from({ length: n }, () => box(below, n))
  return {
    covariance: { kind: 'dense', n, data },
    expectedReturns: Float64Array.from({ length: n }, () => (isWhole ? below(5) / 20 : 0.2 * random() - 0.04)),
    bounds: { lower: Float64Array.from(bounds, ([lower]) => lower), upper: Float64Array.from(bounds, ([, upper]) => upper) },
    budget: [1, 1, 1, 0, 0.5, null][below(6)]!,
    ...(below(4) === 0 ? { l2: 0.25 } : {}),
  }
}
