/** A symmetric positive semidefinite matrix Q of n columns, as the engine asks for it. */
export interface Hessian {
  n: number
  entry: (i: number, j: number) => number
  /** out = Q·x for an x that is `values[k]` at `columns[k]`, k < count, and zero elsewhere. */
  product: (at: Sparse, out: Float64Array) => void
}

export interface Sparse {
  columns: Int32Array
  values: Float64Array
  count: number
}

/** The entries that are not zero, in order. */
export function sparseOf(x: Float64Array): Sparse {
  let count = 0
  for (let k = 0; k < x.length; k++) if (x[k] !== 0) count += 1
  const [columns, values] = [new Int32Array(count), new Float64Array(count)]
  for (let k = 0, at = 0; k < x.length; k++) {
    if (x[k] === 0) continue
    columns[at] = k
    values[at] = x[k]!
    at += 1
  }
  return { columns, values, count }
}

/** Q·x. */
export function productOf({ n, product }: Hessian, x: Float64Array): Float64Array {
  const out = new Float64Array(n)
  product(sparseOf(x), out)
  return out
}

/** Square roots of the diagonal: |Qᵢⱼ| is at most the product of two of them. */
export function deviationsOf({ n, entry }: Hessian): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => Math.sqrt(Math.max(0, entry(k, k))))
}

/** A matrix that is stored in full, row-major, plus a diagonal. */
export function denseHessian(data: Float64Array, diagonal: Float64Array | null): Hessian {
  const n = Math.sqrt(data.length)
  return {
    n,
    entry: (i, j) => data[i * n + j]! + (i === j && diagonal !== null ? diagonal[i]! : 0),
    product({ columns, values, count }, out) {
      addRows(data, { columns, values, count }, out)
      if (diagonal === null) return
      for (let k = 0; k < count; k++) out[columns[k]!] = out[columns[k]!]! + diagonal[columns[k]!]! * values[k]!
    },
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
  const ofAssets = new Float64Array(base.n)
  const place = new Int32Array(assets.length)
  const signed = new Float64Array(assets.length)
  return {
    n: assets.length,
    entry: (i, j) => signs[i]! * signs[j]! * base.entry(assets[i]!, assets[j]!),
    product({ columns, values, count }, out) {
      for (let k = 0; k < count; k++) {
        place[k] = assets[columns[k]!]!
        signed[k] = signs[columns[k]!]! * values[k]!
      }
      base.product({ columns: place, values: signed, count }, ofAssets)
      for (let i = 0; i < out.length; i++) out[i] = signs[i]! * ofAssets[assets[i]!]!
    },
  }
}
