import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { Group, Problem } from '../problem/problem.ts'
import { randomFrom } from './drawn-problem.ts'

/** Covariance of random returns over so many periods. */
export function sample(n: number, { periods, seed }: { periods: number; seed: number }): DenseCovariance {
  const random = randomFrom(seed)
  const rows = Array.from({ length: periods }, () => Float64Array.from({ length: n }, () => random() + random() - 1))
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = rows.reduce((total, row) => total + row[i]! * row[j]!, 0) / (4 * periods)
      data[i * n + j] = entry
      data[j * n + i] = entry
    }
  }
  return { kind: 'dense', n, data }
}

/** The same with some assets the image of others: row and column i are those of the source, times the factor. */
function tied(covariance: DenseCovariance, sources: readonly number[], factor: (asset: number) => number): DenseCovariance {
  const { n, data } = covariance
  const copy = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) copy[i * n + j] = factor(i) * factor(j) * data[sources[i]! * n + sources[j]!]!
  }
  return { kind: 'dense', n, data: copy }
}

const all = (n: number): number[] => Array.from({ length: n }, (_, asset) => asset)
const pairs = (n: number): number[] => all(n).map((asset) => asset - (asset % 2))

function returnsOf(n: number, seed: number): Float64Array {
  const random = randomFrom(seed)
  return Float64Array.from({ length: n }, () => Math.round(40 * random() - 8) / 200)
}

/** One of each way in which a problem of n assets can be degenerate, by name. For tests. */
export function degenerateFamilies(n: number, seed: number): Record<string, Problem> {
  const covariance = sample(n, { periods: 3 * n, seed })
  const expectedReturns = returnsOf(n, seed + 1)
  const plain: Problem = { covariance, expectedReturns }
  const hedged = tied(covariance, pairs(n), (asset) => (asset % 2 === 0 ? 1 : -0.5))
  const constant = tied(covariance, all(n), (asset) => (asset === 0 ? 0 : 1))
  const caps = (size: number, upper: number): Group[] =>
    all(n - size + 1).map((first) => ({ name: `from ${first}`, members: all(size).map((k) => first + k), upper }))
  return {
    'equal means': { ...plain, expectedReturns: new Float64Array(n).fill(0.05) },
    'duplicated assets': {
      covariance: tied(covariance, pairs(n), () => 1),
      expectedReturns: expectedReturns.map((_, i, own) => own[i - (i % 2)]!),
    },
    'duplicated risks': { ...plain, covariance: tied(covariance, pairs(n), () => 1) },
    'fewer periods than assets': { ...plain, covariance: sample(n, { periods: Math.max(1, n >> 1), seed }) },
    cash: { covariance: constant, expectedReturns: expectedReturns.map((value, i) => (i === 0 ? 0.01 : value)) },
    'a constant that earns more than others': {
      covariance: constant,
      expectedReturns: expectedReturns.map((value, i) => (i === 0 ? 0.06 : value)),
    },
    'tied caps': { ...plain, bounds: { lower: 0, upper: 2 / n } },
    'overlapping group caps': { ...plain, groups: caps(Math.min(n, 3), 0.9) },
    'groups with one cap and tied means': {
      ...plain,
      expectedReturns: expectedReturns.map((value) => Math.round(value * 10) / 10),
      groups: caps(Math.min(n, 2), 0.7),
    },
    'perfectly negatively correlated pairs': { ...plain, covariance: hedged },
    'nothing above the rate': { ...plain, expectedReturns: expectedReturns.map((value) => -Math.abs(value)) },
    'fixed weights': { ...plain, bounds: { lower: new Float64Array(n).fill(1 / n), upper: new Float64Array(n).fill(1 / n) } },
    'some fixed weights': {
      ...plain,
      bounds: {
        lower: expectedReturns.map((_, i) => (i % 3 === 0 ? 1 / n : 0)),
        upper: expectedReturns.map((_, i) => (i % 3 === 0 ? 1 / n : 1)),
      },
    },
    'a budget that only a corner has': { ...plain, bounds: { lower: 0, upper: 1 / n } },
    'no risk at all': { ...plain, covariance: { kind: 'dense', n, data: new Float64Array(n * n) } },
    'weights that are kept by turnover': { ...plain, turnover: { from: new Float64Array(n).fill(1 / n), max: 0 } },
    'short sales without need': { ...plain, bounds: { lower: -1, upper: 1 }, grossExposure: 1 },
  }
}
