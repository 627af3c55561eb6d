import { centeredJointMoments, centeredReturns, correlation, simpleReturns } from '@portofino/metrics'
import type { CenteredReturns } from '@portofino/metrics'
import type { SimulatedRun } from '../simulated-run.ts'
import type { Tearsheet } from '../tearsheet.ts'

type PricedRun = Pick<SimulatedRun, 'legs' | 'benchmark'>

interface Column {
  label: string
  /** The session of its first price. */
  listed: number
  /** Before its first price all zero; shape [n], or up to its last price where it was settled. */
  returns: Float64Array
  /** Within sessions, by those: most pairs share one. */
  centered: Map<string, CenteredReturns>
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
  const joint = centeredJointMoments(centeredWithin(column, first, end), centeredWithin(other, first, end))
  const pearson = correlation(joint)
  return column === other && pearson !== null ? 1 : pearson
}

function centeredWithin({ returns, centered }: Column, first: number, end: number): CenteredReturns {
  const key = `${first} ${end}`
  const known = centered.get(key)
  if (known !== undefined) return known
  const found = centeredReturns(returns.subarray(first, Math.max(first, end)))
  centered.set(key, found)
  return found
}
