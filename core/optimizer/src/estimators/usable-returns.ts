import { integerZeros } from '@portofino/numeric'
import { kindOf, numberOf, numbersOf, objectOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { EstimatorOptions, GapPolicy, Returns } from './returns.ts'
import { assetName, checkLabels } from '../asset-names.ts'
import { chosenParameter, aboveZero, numberParameter } from '../parameters.ts'

/** Returns whose gaps the caller has spoken about. */
export interface UsableReturns {
  t: number
  n: number
  /** Shape [t × n]; NaN only under `pairwise`. */
  data: Float64Array
  /** Whether there are gaps left. */
  gaps: boolean
  /** Of each row, how many rows before the last that was given; shape [t]. */
  ages: Int32Array
  periodsPerYear: number
  assets: readonly string[] | undefined
}

/** What every estimator is told. */
export const estimatorFields = ['periodsPerYear', 'nan'] as const

interface Requirement {
  /** Fewest rows, of every asset. */
  rows: number
  /** Whether gaps may stay in. */
  pairwise: boolean
}

/**
 * The returns, checked, and without the rows that the policy leaves out.
 *
 * @throws OptimizerInputError for what is not a table of returns, an infinite return, periods per year that are not positive, a gap about
 * which nothing was said or which is rejected (with asset and first row), and too few rows
 */
export function usableReturns(returns: Returns, options: EstimatorOptions, { rows, pairwise }: Requirement): UsableReturns {
  const { t, n, data, assets } = checkedShape(returns)
  const { periodsPerYear } = options
  numberParameter('periodsPerYear', periodsPerYear, aboveZero)
  const policy = checkedPolicy(options.nan, pairwise)
  const isWhole = areFinite(data)
  const gaps = !isWhole && policy === 'pairwise'
  const kept = isWhole ? everyRow(t) : keptRows(returns, policy, pairwise)
  if (kept.length < rows) throw tooFew(returns, rows, kept.length)
  if (gaps) checkCounts(returns, rows)
  return { t: kept.length, n, data: rowsOf(returns, kept), gaps, ages: agesOf(kept, t), periodsPerYear, assets }
}

function areFinite(values: Float64Array): boolean {
  for (let at = 0; at < values.length; at++) if (!(Math.abs(values[at]!) < Infinity)) return false
  return true
}

function everyRow(t: number): Int32Array {
  const rows = integerZeros(t)
  for (let row = 0; row < t; row++) rows[row] = row
  return rows
}

function agesOf(kept: Int32Array, t: number): Int32Array {
  const ages = integerZeros(kept.length)
  for (let k = 0; k < ages.length; k++) ages[k] = t - 1 - kept[k]!
  return ages
}

function rowsOf({ t, n, data }: Returns, rows: Int32Array): Float64Array {
  if (rows.length === t) return data
  const chosen = new Float64Array(rows.length * n)
  for (let k = 0; k < rows.length; k++) chosen.set(data.subarray(rows[k]! * n, (rows[k]! + 1) * n), k * n)
  return chosen
}

function checkedShape(returns: Returns): Returns {
  const { kind, t, n, data, assets } = objectOf('returns', returns)
  if (kind !== 'returns')
    throw fault('shape', `returns must be a table of returns, got ${kindOf(kind)}; returnsFromPrices makes them`)
  numberOf('returns.n', n, 'a whole number of at least 1')
  numberOf('returns.t', t, 'a whole number of at least 0')
  if (!Number.isInteger(n) || n < 1 || !Number.isInteger(t) || t < 0 || numbersOf('returns.data', data).length !== t * n) {
    throw fault('shape', `returns must have ${t * n} values for ${t} rows of ${n} assets, got ${data.length}`)
  }
  checkLabels(assets, n)
  return returns
}

function checkedPolicy(policy: GapPolicy | undefined, pairwise: boolean): GapPolicy | undefined {
  if (policy === undefined) return undefined
  return chosenParameter<GapPolicy>('nan', policy, pairwise ? ['reject', 'complete', 'pairwise'] : ['reject', 'complete'])
}

/** Numbers of the rows that the policy leaves in. */
function keptRows(returns: Returns, policy: GapPolicy | undefined, pairwise: boolean): Int32Array {
  const { t, n, data } = returns
  const kept: number[] = []
  for (let row = 0; row < t; row++) {
    let complete = true
    for (let index = row * n; index < (row + 1) * n; index++) {
      if (Number.isFinite(data[index])) continue
      if (!Number.isNaN(data[index]!) || policy === undefined || policy === 'reject')
        throw unusable(returns, index, { policy, pairwise })
      complete = false
    }
    if (complete || policy === 'pairwise') kept.push(row)
  }
  return Int32Array.from(kept)
}

function unusable(
  { n, data, assets }: Returns,
  index: number,
  { policy, pairwise }: { policy: GapPolicy | undefined; pairwise: boolean },
): OptimizerInputError {
  const place = { index, asset: assetName(assets, index % n) }
  const row = Math.floor(index / n)
  if (!Number.isNaN(data[index])) {
    return fault('not_finite', `returns of ${place.asset} must be finite numbers, got ${data[index]} in row ${row}`, place)
  }
  const choices = pairwise ? '"reject", "complete" or "pairwise"' : '"reject" or "complete"'
  const remedy = policy === 'reject' ? 'nan "complete" leaves such rows out' : `say what to do about gaps: nan ${choices}`
  return fault('missing_data', `returns of ${place.asset} must have no gap, got one in row ${row}; ${remedy}`, place)
}

function checkCounts(returns: Returns, rows: number): void {
  const { asset, count } = shortest(returns)
  if (count < rows) throw fault('missing_data', `returns of ${asset} must have at least ${rows} rows, got ${count}`, { asset })
}

function tooFew(returns: Returns, rows: number, kept: number): OptimizerInputError {
  if (kept === returns.t) return fault('empty', `returns must have at least ${rows} rows, got ${kept}`)
  const { asset, count } = shortest(returns)
  const rule = `returns must have at least ${rows} rows without a gap, got ${kept} of ${returns.t}; ${asset} has the fewest, ${count}`
  return fault('empty', rule, { asset })
}

/** The first asset that has the fewest returns. */
function shortest({ n, data, assets }: Returns): { asset: string; count: number } {
  const counts = new Int32Array(n)
  for (let at = 0; at < data.length; at++) if (!Number.isNaN(data[at]!)) counts[at % n]! += 1
  const count = counts.reduce((least, each) => Math.min(least, each))
  return { asset: assetName(assets, counts.indexOf(count)), count }
}

function fault(
  code: 'shape' | 'not_finite' | 'missing_data' | 'empty',
  rule: string,
  place: { index?: number; asset?: string } = {},
): OptimizerInputError {
  return new OptimizerInputError(code, rule, { field: 'returns', ...place })
}
