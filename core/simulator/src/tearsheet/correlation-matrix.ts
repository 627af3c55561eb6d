import { correlation, simpleReturns } from '@portofino/metrics'
import { mean } from '@portofino/numeric'
import type { SimulatedRun } from '../simulated-run.ts'
import type { Tearsheet } from '../tearsheet.ts'

type PricedRun = Pick<SimulatedRun, 'legs' | 'benchmark'>

interface Column {
  label: string
  /** The session of its first price. */
  listed: number
  /** Before its first price all zero; shape [n], or up to its last price where it was settled. */
  returns: Float64Array
  /** Deviations from the mean within sessions, by those: most pairs share one. */
  centered: Map<string, Centered>
}

interface Centered {
  mean: number
  deviations: Float64Array
  variance: number
  /** Largest size among the returns. */
  largest: number
}

/** Pearson correlation of the daily returns of each two legs with a price, and of the benchmark, while both had prices. */
export function correlationMatrix(run: PricedRun): Tearsheet['correlation'] {
  const columns = priceColumns(run)
  const values: (number | null)[][] = columns.map(() => [])
  for (const [i, column] of columns.entries()) {
    for (const [j, other] of columns.slice(0, i + 1).entries()) {
      const pearson = pairCorrelation(column, other)
      values[i]![j] = pearson
      values[j]![i] = pearson
    }
  }
  return { labels: columns.map(({ label }) => label), values }
}

function priceColumns({ legs, benchmark }: PricedRun): Column[] {
  const columns: Column[] = []
  for (const { instrument, closes, listed, settlement } of legs) {
    if (closes === null) continue
    const returns = simpleReturns(closes.subarray(0, settlement?.session))
    columns.push({ label: instrument!.symbol, listed, returns, centered: new Map() })
  }
  if (benchmark !== null) {
    const returns = simpleReturns(benchmark.index.subarray(0, benchmark.settlement?.session))
    columns.push({ label: benchmark.label, listed: 0, returns, centered: new Map() })
  }
  return columns
}

function pairCorrelation(column: Column, other: Column): number | null {
  const first = Math.max(column.listed, other.listed)
  const end = Math.min(column.returns.length, other.returns.length)
  const a = centeredWithin(column, first, end)
  const b = centeredWithin(other, first, end)
  const count = a.deviations.length
  const covariance = sumOfProducts(a.deviations, b.deviations) / Math.max(count - 1, 1)
  const pearson = correlation({
    count,
    covariance,
    mean: a.mean,
    variance: a.variance,
    largest: a.largest,
    benchmarkMean: b.mean,
    benchmarkVariance: b.variance,
    benchmarkLargest: b.largest,
  })
  return column === other && pearson !== null ? 1 : pearson
}

function centeredWithin({ returns, centered }: Column, first: number, end: number): Centered {
  const key = `${first} ${end}`
  const known = centered.get(key)
  if (known !== undefined) return known
  const values = returns.subarray(first, Math.max(first, end))
  const center = mean(values) ?? 0
  const deviations = values.map((value) => value - center)
  const variance = sumOfProducts(deviations, deviations) / Math.max(deviations.length - 1, 1)
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0)
  const found = { mean: center, deviations, variance, largest }
  centered.set(key, found)
  return found
}

/** As exact as the compensated sum of the measures, whose error term it finds without a branch (D. E. Knuth, TwoSum). */
function sumOfProducts(a: Float64Array, b: Float64Array): number {
  let total = 0
  let compensation = 0
  for (let i = 0; i < a.length; i++) {
    const product = a[i]! * b[i]!
    const next = total + product
    const added = next - total
    compensation += total - (next - added) + (product - added)
    total = next
  }
  return total + compensation
}
