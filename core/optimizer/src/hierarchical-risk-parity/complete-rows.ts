import { numbersOf } from '../problem/shapes.ts'
import type { GapPolicy, Returns } from '../estimators/returns.ts'
import type { AssetNames } from '../input-checks.ts'
import { checkLabels } from '../problem/fields.ts'
import { assetName } from '../problem/fields.ts'
import { OptimizerInputError } from '../input-error.ts'

/** What to do about gaps where correlations need rows that all assets share. */
export type SharedRowsPolicy = Exclude<GapPolicy, 'pairwise'>

/**
 * The periods for which every asset has a return, in order.
 *
 * @throws OptimizerInputError for a wrong shape, an infinite return, and a gap unless the policy is `complete`
 */
export function completeRows(
  { kind, t, n, data }: Returns,
  policy: SharedRowsPolicy | undefined,
  assets: AssetNames,
): Uint32Array {
  if (kind !== 'returns')
    throw fault('shape', `returns must be a table of returns, got ${String(kind)}; returnsFromPrices makes them`)
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(t) || t < 0 || numbersOf('returns.data', data).length !== t * n) {
    throw fault('shape', `returns must have ${t * n} values for ${t} rows of ${n} assets, got ${data.length}`)
  }
  checkLabels(assets, n)
  const rows = new Uint32Array(t)
  if (areFinite(data)) return rows.map((_, row) => row)
  let count = 0
  for (let row = 0; row < t; row++) {
    const gap = firstUnusable(data, row * n, n)
    if (gap < 0) rows[count++] = row
    else checkGap({ index: gap, asset: assetName(assets, gap - row * n), row }, data[gap]!, policy)
  }
  return rows.subarray(0, count)
}

/** Four sums that do not wait for each other: what is not finite makes one of them NaN. */
function areFinite(data: Float64Array): boolean {
  const whole = data.length - (data.length % 4)
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let at = 0; at < whole; at += 4) {
    a += data[at]! - data[at]!
    b += data[at + 1]! - data[at + 1]!
    c += data[at + 2]! - data[at + 2]!
    d += data[at + 3]! - data[at + 3]!
  }
  for (let at = whole; at < data.length; at++) a += data[at]! - data[at]!
  return a + b + c + d === 0
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

function checkGap(
  { row, ...place }: { index: number; asset: string; row: number },
  value: number,
  policy: SharedRowsPolicy | undefined,
): void {
  const where = `returns of ${place.asset}`
  if (!Number.isNaN(value)) throw fault('not_finite', `${where} must be finite numbers, got ${value} in row ${row}`, place)
  if (policy === 'complete') return
  const remedy =
    policy === 'reject' ? 'nan "complete" leaves such rows out' : 'say what to do about gaps: nan "reject" or "complete"'
  throw fault('missing_data', `${where} must have no gap, got one in row ${row}; ${remedy}`, place)
}

function fault(
  code: 'shape' | 'not_finite' | 'missing_data',
  rule: string,
  place: { index?: number; asset?: string } = {},
): OptimizerInputError {
  return new OptimizerInputError(code, rule, { field: 'returns', ...place })
}
