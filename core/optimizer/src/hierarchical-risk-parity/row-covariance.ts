import type { DenseCovariance } from '../covariance.ts'
import type { Returns } from '../estimators/returns.ts'

/** Rows that are centered at a time, so that they stay in the processor's cache. */
const chunkRows = 512

/**
 * Sample covariance per period over the rows given, at least two: Σ(r−m)(r−m)'/(rows − 1). An asset whose deviations are nothing but
 * rounding errors gets a variance of zero.
 *
 * Sums run in the order of the rows.
 *
 * @param rows numbers of complete rows, ascending
 */
export function rowCovariance(table: Returns, rows: Uint32Array): DenseCovariance {
  const { n } = table
  const means = columnMeans(table, rows)
  const padded = n + (n % 2)
  const columns = Array.from({ length: padded }, () => new Float64Array(chunkRows))
  const products = new Float64Array(padded * padded)
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = rows.subarray(start, start + chunkRows)
    for (let asset = 0; asset < n; asset++) center(table, chunk, { asset, mean: means[asset]!, column: columns[asset]! })
    addProducts(products, columns, chunk.length)
  }
  const data = new Float64Array(n * n)
  const flat = means.map((mean, i) => Number(isRounding(products[i * padded + i]!, mean, rows.length)))
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      if (flat[i] === 0 && flat[j] === 0) data[i * n + j] = data[j * n + i] = products[i * padded + j]! / (rows.length - 1)
    }
  }
  return { kind: 'dense', n, data }
}

function columnMeans({ n, data }: Returns, rows: Uint32Array): Float64Array {
  const means = new Float64Array(n)
  for (let asset = 0; asset < n; asset++) {
    let total = 0
    for (let k = 0; k < rows.length; k++) total += data[rows[k]! * n + asset]!
    means[asset] = total / rows.length
  }
  return means
}

interface Centering {
  asset: number
  mean: number
  /** Receives the deviations. */
  column: Float64Array
}

function center({ n, data }: Returns, rows: Uint32Array, { asset, mean, column }: Centering): void {
  for (let k = 0; k < rows.length; k++) column[k] = data[rows[k]! * n + asset]! - mean
}

/** Adds the products of columns to the lower triangle, two columns by two at a time: four sums that do not wait for each other. */
function addProducts(products: Float64Array, columns: readonly Float64Array[], count: number): void {
  for (let i = 0; i < columns.length; i += 2) {
    for (let j = 0; j <= i; j += 2) {
      const place = i * columns.length + j
      addBlock({ products, place, width: columns.length, count }, [columns[i]!, columns[i + 1]!], [columns[j]!, columns[j + 1]!])
    }
  }
}

interface Block {
  products: Float64Array
  place: number
  width: number
  count: number
}
type Columns = readonly [Float64Array, Float64Array]

function addBlock({ products, place, width, count }: Block, [a, b]: Columns, [c, d]: Columns): void {
  let ac = products[place]!
  let ad = products[place + 1]!
  let bc = products[place + width]!
  let bd = products[place + width + 1]!
  for (let k = 0; k < count; k++) {
    const x = a[k]!
    const y = b[k]!
    const z = c[k]!
    const w = d[k]!
    ac += x * z
    ad += x * w
    bc += y * z
    bd += y * w
  }
  products[place] = ac
  products[place + 1] = ad
  products[place + width] = bc
  products[place + width + 1] = bd
}

/** Whether the mean square deviation is what rounding makes of a mean over so many equal values. */
function isRounding(squares: number, mean: number, count: number): boolean {
  return Math.sqrt(squares / count) <= 1e-14 * (1 + count * Math.abs(mean))
}
