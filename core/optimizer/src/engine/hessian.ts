import { integerZeros, zeros } from '@portofino/numeric'
/** A symmetric positive semidefinite matrix Q of n columns, as the engine asks for it. */
export interface Hessian {
  n: number
  /** Square roots of the diagonal: |Qᵢⱼ| is at most the product of two of them. */
  deviations: Float64Array
  entry: (i: number, j: number) => number
  /** out = Q·x for an x that is `values[k]` at `columns[k]`, k < count, and zero elsewhere. */
  product: (at: Sparse, out: Float64Array) => void
  /** The same for the entries of `only`; the others stay as they are. */
  productAt: (at: Sparse, only: Chosen, out: Float64Array) => void
  /** out[k] = entry(column, columns[k]). */
  row: (column: number, chosen: Chosen, out: Float64Array) => void
}

/** The first `count` of `columns`. */
interface Chosen {
  columns: Int32Array
  count: number
}

export interface Sparse extends Chosen {
  values: Float64Array
}

/** The entries that are not zero, in order. */
export function sparseOf(x: Float64Array): Sparse {
  let count = 0
  for (let k = 0; k < x.length; k++) if (x[k] !== 0) count += 1
  const sparse = { columns: integerZeros(count), values: zeros(count), count }
  gather(x, sparse)
  return sparse
}

/** Writes the entries that are not zero, in order, over others. */
export function gather(x: Float64Array, out: Sparse): void {
  const { columns, values } = out
  let count = 0
  for (let k = 0; k < x.length; k++) {
    if (x[k] === 0) continue
    columns[count] = k
    values[count] = x[k]!
    count += 1
  }
  out.count = count
}

/** Q·x. */
export function productOf({ n, product }: Hessian, x: Float64Array): Float64Array {
  const out = zeros(n)
  product(sparseOf(x), out)
  return out
}

/** Square roots of the diagonal of a matrix that is stored in full, plus a diagonal. */
export function deviationsOf(data: Float64Array, diagonal: Float64Array | null): Float64Array {
  const n = Math.sqrt(data.length)
  const deviations = zeros(n)
  for (let k = 0; k < n; k++) deviations[k] = Math.sqrt(Math.max(0, data[k * (n + 1)]! + (diagonal === null ? 0 : diagonal[k]!)))
  return deviations
}

/** A matrix that is stored in full, row-major, plus a diagonal. */
export function denseHessian(data: Float64Array, diagonal: Float64Array | null): Hessian {
  const n = Math.sqrt(data.length)
  const own = zeros(diagonal === null ? 0 : n)
  return {
    n,
    deviations: deviationsOf(data, diagonal),
    entry: (i, j) => data[i * n + j]! + (i === j && diagonal !== null ? diagonal[i]! : 0),
    product({ columns, values, count }, out) {
      addRows(data, { columns, values, count }, out)
      if (diagonal === null) return
      for (let k = 0; k < count; k++) out[columns[k]!] = out[columns[k]!]! + diagonal[columns[k]!]! * values[k]!
    },
    productAt({ columns, values, count }, only, out) {
      multiplyRows(data, { columns, values, count }, { only, out })
      if (diagonal === null) return
      for (let k = 0; k < count; k++) own[columns[k]!] = own[columns[k]!]! + diagonal[columns[k]!]! * values[k]!
      for (let k = 0; k < only.count; k++) {
        const column = only.columns[k]!
        out[column] = out[column]! + own[column]!
        own[column] = 0
      }
      for (let k = 0; k < count; k++) own[columns[k]!] = 0
    },
    row(column, { columns, count }, out) {
      const at = column * n
      for (let k = 0; k < count; k++) out[k] = data[at + columns[k]!]!
      if (diagonal === null) return
      for (let k = 0; k < count; k++) if (columns[k] === column) out[k] = out[k]! + diagonal[column]!
    },
  }
}

/** Four rows at a time: their sums do not wait for each other. */
function multiplyRows(
  data: Float64Array,
  { columns, values, count }: Sparse,
  { only, out }: { only: Chosen; out: Float64Array },
): void {
  const n = out.length
  let at = 0
  for (; at + 3 < only.count; at += 4) {
    const [i, j, l, m] = [only.columns[at]!, only.columns[at + 1]!, only.columns[at + 2]!, only.columns[at + 3]!]
    const [first, second, third, fourth] = [i * n, j * n, l * n, m * n]
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let k = 0; k < count; k++) {
      const column = columns[k]!
      const value = values[k]!
      a += data[first + column]! * value
      b += data[second + column]! * value
      c += data[third + column]! * value
      d += data[fourth + column]! * value
    }
    out[i] = a
    out[j] = b
    out[l] = c
    out[m] = d
  }
  for (; at < only.count; at++) {
    const own = only.columns[at]! * n
    let total = 0
    for (let k = 0; k < count; k++) total += data[own + columns[k]!]! * values[k]!
    out[only.columns[at]!] = total
  }
}

/** Four rows at a time, which reads and writes `out` a quarter as often; always in the same order. */
function addRows(data: Float64Array, { columns, values, count }: Sparse, out: Float64Array): void {
  const n = out.length
  out.fill(0)
  let k = 0
  for (; k + 3 < count; k += 4) {
    const [a, b, c, d] = [columns[k]! * n, columns[k + 1]! * n, columns[k + 2]! * n, columns[k + 3]! * n]
    const [p, q, r, s] = [values[k]!, values[k + 1]!, values[k + 2]!, values[k + 3]!]
    for (let i = 0; i < n; i++) {
      out[i] = out[i]! + p * data[a + i]! + q * data[b + i]! + r * data[c + i]! + s * data[d + i]!
    }
  }
  for (; k < count; k++) {
    const [a, p] = [columns[k]! * n, values[k]!]
    for (let i = 0; i < n; i++) out[i] = out[i]! + p * data[a + i]!
  }
}

/** Q of columns that stand for assets, several for one asset perhaps, each with a sign: Qₖₗ = signₖ·signₗ·Q of their assets. */
export function signedHessian(base: Hessian, { assets, signs }: { assets: Int32Array; signs: Float64Array }): Hessian {
  const ofAssets = zeros(base.n)
  const place = integerZeros(assets.length)
  const signed = zeros(assets.length)
  const among = integerZeros(assets.length)
  const ofColumns = ({ columns, values, count }: Sparse): Sparse => {
    for (let k = 0; k < count; k++) {
      place[k] = assets[columns[k]!]!
      signed[k] = signs[columns[k]!]! * values[k]!
    }
    return { columns: place, values: signed, count }
  }
  const ofChosen = ({ columns, count }: Chosen): Chosen => {
    for (let k = 0; k < count; k++) among[k] = assets[columns[k]!]!
    return { columns: among, count }
  }
  return {
    n: assets.length,
    deviations: Float64Array.from(assets, (asset) => base.deviations[asset]!),
    entry: (i, j) => signs[i]! * signs[j]! * base.entry(assets[i]!, assets[j]!),
    product(at, out) {
      base.product(ofColumns(at), ofAssets)
      for (let i = 0; i < out.length; i++) out[i] = signs[i]! * ofAssets[assets[i]!]!
    },
    productAt(at, only, out) {
      base.productAt(ofColumns(at), ofChosen(only), ofAssets)
      for (let k = 0; k < only.count; k++) out[only.columns[k]!] = signs[only.columns[k]!]! * ofAssets[among[k]!]!
    },
    row(column, chosen, out) {
      base.row(assets[column]!, ofChosen(chosen), out)
      for (let k = 0; k < chosen.count; k++) out[k] = signs[column]! * signs[chosen.columns[k]!]! * out[k]!
    },
  }
}
