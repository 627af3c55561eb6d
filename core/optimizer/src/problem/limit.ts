import type { CheckedProblem } from './checked-problem.ts'
import type { RowReference } from './problem.ts'

/** A limit that somebody asked for: a row, both its sides unless one is named; a bound of an asset; what may be held or traded in all. */
export interface Limit {
  kind: 'row' | 'lower' | 'upper' | 'gross_exposure' | 'turnover'
  /** Of the row, or of the asset. */
  index: number
  side?: 'lower' | 'upper'
}

/** All limits of a problem. */
export function limitsOf({ rows, lower, upper, grossExposure, turnover }: CheckedProblem): Limit[] {
  const limits: Limit[] = rows.map((_, index) => ({ kind: 'row', index }))
  if (grossExposure !== null) limits.push({ kind: 'gross_exposure', index: 0 })
  if (turnover !== null) limits.push({ kind: 'turnover', index: 0 })
  lower.forEach((limit, index) => void (limit > -Infinity && limits.push({ kind: 'lower', index })))
  upper.forEach((limit, index) => void (limit < Infinity && limits.push({ kind: 'upper', index })))
  return limits
}

/** The problem without any limits but these. */
export function without(problem: CheckedProblem, limits: readonly Limit[]): CheckedProblem {
  const lower = new Float64Array(problem.n).fill(-Infinity)
  const upper = new Float64Array(problem.n).fill(Infinity)
  const rows = problem.rows.map((row) => ({ ...row, lower: -Infinity, upper: Infinity }))
  const held: CheckedProblem = { ...problem, lower, upper, rows, grossExposure: null, turnover: null }
  for (const { kind, index, side } of limits) {
    if (kind === 'lower') lower[index] = problem.lower[index]!
    else if (kind === 'upper') upper[index] = problem.upper[index]!
    else if (kind === 'gross_exposure') held.grossExposure = problem.grossExposure
    else if (kind === 'turnover') held.turnover = problem.turnover
    else {
      const row = problem.rows[index]!
      if (side !== 'upper') rows[index]!.lower = row.lower
      if (side !== 'lower') rows[index]!.upper = row.upper
    }
  }
  return { ...held, rows: rows.filter(({ lower: least, upper: most }) => least > -Infinity || most < Infinity) }
}

/** A limit as it was asked for, and in words. */
export function nameOf(problem: CheckedProblem, limit: Limit): { reference: RowReference; text: string } {
  const { kind, index } = limit
  if (kind === 'row') return rowName(problem, limit)
  if (kind === 'gross_exposure' || kind === 'turnover') {
    const most = kind === 'turnover' ? problem.turnover!.max : problem.grossExposure!
    return { reference: { kind, name: kind }, text: `${kind.replace('_', ' ')} <= ${most}` }
  }
  const name = problem.name(index)
  return { reference: { kind, name }, text: `${name} ${signOf(kind)} ${problem[kind][index]!}` }
}

function rowName(problem: CheckedProblem, { index, side = 'lower' }: Limit): { reference: RowReference; text: string } {
  const { reference, ...limits } = problem.rows[index]!
  const what = reference.kind === reference.name ? reference.kind : `${reference.kind} ${reference.name}`
  return { reference, text: `${what} ${limits.lower === limits.upper ? '=' : signOf(side)} ${limits[side]}` }
}

function signOf(side: 'lower' | 'upper'): string {
  return side === 'lower' ? '>=' : '<='
}
