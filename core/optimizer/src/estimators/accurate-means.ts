import { zeros } from '@portofino/numeric'
import type { UsableReturns } from './usable-returns.ts'

type Table = Pick<UsableReturns, 't' | 'n' | 'data'>

/** So many rows are read for one pair of columns after the other, while they are in the nearest caches. */
const rowsAtOnce = 64

/** `accurateMean` of each asset, to the last bit; shape [n]. Without gaps. */
export function accurateMeans(table: Table): Float64Array {
  const { t, n } = table
  const means = new Float64Array(n)
  const [totals, lost] = [zeros(n), zeros(n)]
  eachBlock(table, (rows) => addRows(table, rows, means))
  for (let i = 0; i < n; i++) means[i] = means[i]! / t
  eachBlock(table, (rows) => addDeviations(table, rows, { means, totals, lost }))
  for (let i = 0; i < n; i++) means[i] = means[i]! + (totals[i]! + lost[i]!) / t
  return means
}

/** A few rows: where they begin and end in the data. */
interface Rows {
  first: number
  end: number
}

function eachBlock({ n, data }: Table, visit: (rows: Rows) => void): void {
  const length = rowsAtOnce * n
  for (let first = 0; first < data.length; first += length) visit({ first, end: Math.min(data.length, first + length) })
}

/** Two columns at a time, as below; of an odd number of columns the last is taken twice. */
function addRows({ n, data }: Table, { first, end }: Rows, sums: Float64Array): void {
  for (let i = 0; i < n; i += 2) {
    const j = Math.min(i + 1, n - 1)
    let a = sums[i]!
    let b = sums[j]!
    for (let at = first; at < end; at += n) {
      a += data[at + i]!
      b += data[at + j]!
    }
    sums[i] = a
    sums[j] = b
  }
}

interface Sums {
  means: Float64Array
  totals: Float64Array
  lost: Float64Array
}

/** TwoSum, as in `sumOfProducts`; two columns at a time do not wait for each other. */
function addDeviations({ n, data }: Table, { first, end }: Rows, { means, totals, lost }: Sums): void {
  for (let i = 0; i < n; i += 2) {
    const j = Math.min(i + 1, n - 1)
    const meanA = means[i]!
    const meanB = means[j]!
    let totalA = totals[i]!
    let totalB = totals[j]!
    let lostA = lost[i]!
    let lostB = lost[j]!
    for (let at = first; at < end; at += n) {
      const deviationA = data[at + i]! - meanA
      const deviationB = data[at + j]! - meanB
      const nextA = totalA + deviationA
      const nextB = totalB + deviationB
      const addedA = nextA - totalA
      const addedB = nextB - totalB
      lostA += totalA - (nextA - addedA) + (deviationA - addedA)
      lostB += totalB - (nextB - addedB) + (deviationB - addedB)
      totalA = nextA
      totalB = nextB
    }
    totals[i] = totalA
    totals[j] = totalB
    lost[i] = lostA
    lost[j] = lostB
  }
}
