import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ledoitWolfCovariance } from './ledoit-wolf-covariance.ts'
import type { LedoitWolfOptions } from './ledoit-wolf-covariance.ts'
import type { Returns } from './returns.ts'

interface Moments {
  t: number
  n: number
  /** By row. */
  x: number[][]
  s: number[][]
}

const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length
const sumOver = (n: number, term: (i: number, j: number) => number): number => {
  let total = 0
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) total += term(i, j)
  return total
}

function momentsOf(rows: number[][]): Moments {
  const [t, n] = [rows.length, rows[0]!.length]
  const means = rows[0]!.map((_, i) => mean(rows.map((row) => row[i]!)))
  const x = rows.map((row) => row.map((value, i) => value - means[i]!))
  const s = means.map((_, i) => means.map((__, j) => mean(x.map((row) => row[i]! * row[j]!))))
  return { t, n, x, s }
}

/** (π − ρ)/γ/T within 0..1, as all three papers have it. */
function intensityOf({ t, n, x, s }: Moments, target: (i: number, j: number) => number, rho: number): number {
  const pi = sumOver(n, (i, j) => mean(x.map((row) => (row[i]! * row[j]! - s[i]![j]!) ** 2)))
  const gamma = sumOver(n, (i, j) => (target(i, j) - s[i]![j]!) ** 2)
  return Math.max(0, Math.min(1, (pi - rho) / gamma / t))
}

function ofVariances({ n, x, s }: Moments): number {
  return sumOver(n, (i, j) => (i === j ? mean(x.map((row) => (row[i]! * row[i]! - s[i]![i]!) ** 2)) : 0))
}

/** Each formula as printed, entry by entry. */
const asPrinted: Record<LedoitWolfOptions['target'], (moments: Moments) => number> = {
  constant_variance(moments) {
    const average = mean(moments.s.map((row, i) => row[i]!))
    return intensityOf(moments, (i, j) => (i === j ? average : 0), 0)
  },
  constant_correlation(moments) {
    const { n, x, s } = moments
    const deviation = s.map((row, i) => Math.sqrt(row[i]!))
    const average = sumOver(n, (i, j) => (i === j ? 0 : s[i]![j]! / deviation[i]! / deviation[j]!)) / (n * (n - 1))
    const target = (i: number, j: number): number => (i === j ? s[i]![i]! : average * deviation[i]! * deviation[j]!)
    const theta = (k: number, i: number, j: number): number =>
      mean(x.map((row) => (row[k]! ** 2 - s[k]![k]!) * (row[i]! * row[j]! - s[i]![j]!)))
    const between = sumOver(n, (i, j) => {
      if (i === j) return 0
      const ratio = deviation[j]! / deviation[i]!
      return (average / 2) * (ratio * theta(i, i, j) + theta(j, i, j) / ratio)
    })
    return intensityOf(moments, target, ofVariances(moments) + between)
  },
  single_factor(moments) {
    const { n, x, s } = moments
    const market = x.map(mean)
    const variance = mean(market.map((value) => value ** 2))
    const withMarket = s.map((_, i) => mean(x.map((row, at) => row[i]! * market[at]!)))
    const target = (i: number, j: number): number => (i === j ? s[i]![i]! : (withMarket[i]! * withMarket[j]!) / variance)
    const between = sumOver(n, (i, j) => {
      if (i === j) return 0
      const [a, b] = [withMarket[i]!, withMarket[j]!]
      const terms = x.map((row, at) => {
        const [u, v, m] = [row[i]!, row[j]!, market[at]!]
        return ((b * variance * u + a * variance * v - a * b * m) / variance ** 2) * m * u * v
      })
      return mean(terms) - target(i, j) * s[i]![j]!
    })
    return intensityOf(moments, target, ofVariances(moments) + between)
  },
}

const targets = Object.keys(asPrinted) as LedoitWolfOptions['target'][]
const table = (rows: number[][]): Returns => ({
  kind: 'returns',
  t: rows.length,
  n: rows[0]!.length,
  data: Float64Array.from(rows.flat()),
})

describe('ledoitWolfCovariance', () => {
  for (const target of targets) {
    test(`${target}: the intensity is the paper's, summed entry by entry`, () => {
      const row = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 })
      fc.assert(
        fc.property(fc.array(row, { minLength: 6, maxLength: 12 }), (points) => {
          const rows = points.map((values, at) =>
            values.map((value, i) => (value + 7 * at * (i + 1) * (at % 2 ? 1 : -1)) / 10_000),
          )
          const { intensity } = ledoitWolfCovariance(table(rows), { target, periodsPerYear: 252 })
          const expected = asPrinted[target](momentsOf(rows))
          assert.ok(Math.abs(intensity - expected) < 1e-9, `${intensity} is not ${expected}`)
        }),
      )
    })
  }

  test('draws the sample with T to its target', () => {
    const rows = [
      [0.5, 0.25],
      [-0.5, 0.25],
      [0.5, -0.25],
      [-0.5, -0.25],
    ]
    const { covariance, intensity } = ledoitWolfCovariance(table(rows), { target: 'constant_variance', periodsPerYear: 4 })
    // S = diag(¼, 1/16), μ = 5/32, distance 2·(3/32)²; of each row x·x' − S has ±1/8 twice beside a zero diagonal.
    assert.equal(intensity, Math.min(1, 2 / 64 / 4 / (2 * (3 / 32) ** 2)))
    assert.deepEqual(
      covariance.data,
      Float64Array.of(0.25, 0, 0, 0.0625).map(
        (value, at) => 4 * ((1 - intensity) * value + (at % 3 === 0 ? intensity * (5 / 32) : 0)),
      ),
    )
  })

  test('says that rows with gaps may not stay in, and refuses an unknown target and compat', () => {
    const rows = table([
      [0.1, Number.NaN],
      [0.2, 0.1],
      [0.3, 0],
    ])
    const options = { target: 'single_factor', periodsPerYear: 252 } as const
    // @ts-expect-error: no pairwise shrinkage
    assert.throws(() => ledoitWolfCovariance(rows, { ...options, nan: 'pairwise' }), { field: 'nan' })
    assert.throws(() => ledoitWolfCovariance(rows, { ...options, nan: 'reject' }), { code: 'missing_data' })
    const unknown = 'identity' as 'single_factor'
    assert.throws(() => ledoitWolfCovariance(rows, { ...options, nan: 'complete', target: unknown }), { field: 'target' })
    const compat = 'sklearn' as 'pyportfolioopt'
    assert.throws(() => ledoitWolfCovariance(rows, { ...options, compat }), { field: 'compat' })
  })
})
