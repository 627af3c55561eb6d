import { OptimizerInputError } from './input-error.ts'
import { assetName, type AssetNames } from './input-checks.ts'

/** Simple returns per period as fractions, row-major: row = period, oldest first, column = asset; NaN is a gap. Shape [t × n]. */
export interface ReturnTable {
  kind: 'returns'
  t: number
  n: number
  data: Float64Array
}

/** What to do about gaps: `reject` makes one a mistake of the caller, `complete` leaves out the periods that have any. */
export type GapPolicy = 'reject' | 'complete'

/**
 * The periods for which every asset has a return, in order.
 *
 * @throws OptimizerInputError for a wrong shape, an infinite return, and a gap unless the policy is `complete`
 */
export function completeRows({ t, n, data }: ReturnTable, policy: GapPolicy | undefined, assets: AssetNames): Uint32Array {
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(t) || t < 0 || data.length !== t * n) {
    throw fault('shape', `${t} rows of ${n} assets need ${t * n} values, got ${data.length}`)
  }
  if (assets !== undefined && assets.length !== n) {
    throw new OptimizerInputError('shape', `Cannot read assets: ${n} labels are needed, got ${assets.length}`, {
      field: 'assets',
    })
  }
  const rows = new Uint32Array(t)
  let count = 0
  for (let row = 0; row < t; row++) {
    const gap = firstUnusable(data, row * n, n)
    if (gap < 0) rows[count++] = row
    else checkGap({ index: gap, asset: assetName(assets, gap - row * n) }, data[gap]!, policy)
  }
  return rows.subarray(0, count)
}

/** Position of the first infinite value of a row, else of its first gap; −1 when the row is complete. */
function firstUnusable(data: Float64Array, start: number, n: number): number {
  let gap = -1
  for (let at = start; at < start + n; at++) {
    const value = data[at]!
    if (value - value === 0) continue
    if (!Number.isNaN(value)) return at
    if (gap < 0) gap = at
  }
  return gap
}

function checkGap(place: { index: number; asset: string }, value: number, policy: GapPolicy | undefined): void {
  if (!Number.isNaN(value)) throw fault('not_finite', `the return of ${place.asset} must be finite, got ${value}`, place)
  if (policy === 'complete') return
  const remedy = policy === 'reject' ? 'gaps are rejected' : 'say what to do about gaps (nan: "complete" or "reject")'
  throw fault('missing_data', `${place.asset} has no return at position ${place.index}: ${remedy}`, place)
}

function fault(
  code: 'shape' | 'not_finite' | 'missing_data',
  rule: string,
  place: { index?: number; asset?: string } = {},
): OptimizerInputError {
  return new OptimizerInputError(code, `Cannot read the returns: ${rule}`, { field: 'returns', ...place })
}
