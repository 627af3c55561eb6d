import type { CheckedProblem } from './checked-problem.ts'
import type { RowReference } from './problem.ts'

/** A limit that somebody asked for: a row, both its sides unless one is named; a bound of an asset; what may be held or traded in all. */
export interface Limit {
  kind: 'row' | 'lower' | 'upper' | 'gross_exposure' | 'turnover'
  /** Of the row, or of the asset. */
  index: number
  side?: 'lower' | 'upper'
}

/** A limit that has a part in a conflict: one side of it, or both where they are equal. */
export interface StatedLimit extends RowReference {
  lower?: number
  upper?: number
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

/** A limit as it was asked for, with its numbers; a row is told by both its sides where no side is named. */
export function statedLimit(problem: CheckedProblem, { kind, index, side }: Limit): StatedLimit {
  if (kind === 'gross_exposure') return { kind, name: kind, upper: problem.grossExposure! }
  if (kind === 'turnover') return { kind, name: kind, upper: problem.turnover!.max }
  if (kind !== 'row') return { kind, name: problem.name(index), [kind]: problem[kind][index]! }
  const { reference, lower, upper } = problem.rows[index]!
  return side === undefined ? { ...reference, lower, upper } : { ...reference, [side]: side === 'lower' ? lower : upper }
}

/** `group tech <= 0.3`; a bound by its asset alone. */
export function limitInWords({ kind, name, lower, upper }: StatedLimit): string {
  const sign = lower === upper ? '=' : upper === undefined ? '>=' : '<='
  return `${whatIsLimited(kind, name)} ${sign} ${lower ?? upper}`
}

function whatIsLimited(kind: RowReference['kind'], name: string): string {
  if (kind === 'lower' || kind === 'upper') return name
  return kind === name ? kind.replace('_', ' ') : `${kind} ${name}`
}
