import { solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import { standing } from '../engine/quadratic-program.ts'
import type { QuadraticProgram } from '../engine/quadratic-program.ts'
import { largestOf } from '../engine/vectors.ts'
import type { CertifiedPoint, Pulls } from './pulls.ts'
import { certified } from './residuals.ts'

interface Proven {
  set: ActiveSet
  solved: SolvedSet
  point: CertifiedPoint
  pulls: Pulls
  /** Whether what is asked for is the same all along the stretch of a set, whatever the program says of one λ. */
  isTied?: ((solved: SolvedSet) => boolean) | undefined
}

/** Whether an optimum is the only one: that without the limits which hold but press nothing the others still determine it. */
export function isUnique(quadratic: QuadraticProgram, { set, solved, point, pulls, isTied }: Proven): boolean {
  const columns = weakColumns(quadratic, set, pulls)
  const rows = weakRows(quadratic, { set, point, pulls })
  if (rows.length === 0 && (columns.length === 0 || isTied === undefined)) return solved.staysUniqueWith(columns)
  const [columnStanding, rowStanding] = [set.columnStanding.slice(), set.rowStanding.slice()]
  for (const column of columns) columnStanding[column] = standing.free
  for (const row of rows) rowStanding[row] = standing.free
  const freed = solvedSet(quadratic, { columnStanding, rowStanding })
  return freed !== null && isTied?.(freed) !== true
}

function weakColumns({ lower, upper }: QuadraticProgram, { columnStanding }: ActiveSet, { gradient, scale }: Pulls): number[] {
  const weak: number[] = []
  for (let k = 0; k < gradient.length; k++) {
    if (columnStanding[k] === standing.free || lower[k] === upper[k]) continue
    if (Math.abs(gradient[k]!) <= certified * scale) weak.push(k)
  }
  return weak
}

function weakRows(
  { rows, lower }: QuadraticProgram,
  { set: { rowStanding }, point: { multipliers }, pulls: { scale } }: Omit<Proven, 'solved'>,
): number[] {
  const weak: number[] = []
  const n = lower.length
  for (let row = 0; row < rows.count; row++) {
    if (rowStanding[row] === standing.free || rows.lower[row] === rows.upper[row]) continue
    const pull = Math.abs(multipliers[row]!) * largestOf(rows.coefficients.subarray(row * n, (row + 1) * n))
    if (pull <= certified * scale) weak.push(row)
  }
  return weak
}
