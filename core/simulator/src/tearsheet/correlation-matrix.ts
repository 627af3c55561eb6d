import { correlation, simpleReturns } from '@portofino/metrics'
import type { SimulatedRun } from '../simulated-run.ts'
import type { Tearsheet } from '../tearsheet.ts'

type PricedRun = Pick<SimulatedRun, 'legs' | 'benchmark'>

interface Column {
  label: string
  /** The session of its first price. */
  listed: number
  /** Before its first price all zero; shape [n]. */
  returns: Float64Array
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
  for (const { instrument, closes, listed } of legs) {
    if (closes !== null) columns.push({ label: instrument!.symbol, listed, returns: simpleReturns(closes) })
  }
  if (benchmark !== null) columns.push({ label: benchmark.label, listed: 0, returns: simpleReturns(benchmark.index) })
  return columns
}

function pairCorrelation(column: Column, other: Column): number | null {
  const first = Math.max(column.listed, other.listed)
  const pearson = correlation([column.returns.subarray(first), other.returns.subarray(first)])
  return column === other && pearson !== null ? 1 : pearson
}
