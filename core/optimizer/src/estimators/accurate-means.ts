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
  eachPair(table, (block) => addPair(block, means))
  for (let i = 0; i < n; i++) means[i] = means[i]! / t
  eachPair(table, (block) => addDeviations(block, { means, totals, lost }))
  for (let i = 0; i < n; i++) means[i] = means[i]! + (totals[i]! + lost[i]!) / t
  return means
}

/** Two columns of a few rows: `first` to `end`, `n` apart; of an odd number of columns the last is taken twice. */
interface Block {
  data: Float64Array
  n: number
  first: number
  end: number
  i: number
  j: number
}

function eachPair({ n, data }: Table, visit: (block: Block) => void): void {
  for (let first = 0; first < data.length; first += rowsAtOnce * n) {
    const end = Math.min(data.length, first + rowsAtOnce * n)
    for (let i = 0; i < n; i += 2) visit({ data, n, first, end, i, j: Math.min(i + 1, n - 1) })
  }
}

function addPair({ data, n, first, end, i, j }: Block, sums: Float64Array): void {
  let [a, b] = [sums[i]!, sums[j]!]
  for (let at = first; at < end; at += n) {
    a += data[at + i]!
    b += data[at + j]!
  }
  sums[i] = a
  sums[j] = b
}

interface Sums {
  means: Float64Array
  totals: Float64Array
  lost: Float64Array
}

/** TwoSum, as in `sumOfProducts`; two columns at a time do not wait for each other. */
function addDeviations({ data, n, first, end, i, j }: Block, { means, totals, lost }: Sums): void {
  const [meanA, meanB] = [means[i]!, means[j]!]
  let [totalA, totalB] = [totals[i]!, totals[j]!]
  let [lostA, lostB] = [lost[i]!, lost[j]!]
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
