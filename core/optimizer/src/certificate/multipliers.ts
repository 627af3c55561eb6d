import type { ActiveSet } from '../engine/exact-point.ts'
import { standing } from '../engine/quadratic-program.ts'
import type { Certificate } from '../outcome.ts'
import { ownBound } from '../problem/own-bound.ts'
import type { Program } from '../problem/program.ts'
import type { CertifiedPoint } from './pulls.ts'

/** Of the rows as they were given. */
function rowMultipliers(
  { references, rowUnits, rowCommons, gainCommon }: Program,
  { multipliers, t }: CertifiedPoint,
): Float64Array {
  const own = rowUnits.map((unit, row) => multipliers[row]! / unit)
  const budget = references.findIndex(({ kind }) => kind === 'budget')
  if (gainCommon !== 0) own[budget] = own[budget]! - t * gainCommon
  rowCommons.forEach((common, row) => {
    if (common !== 0) own[budget] = own[budget]! - common * own[row]!
  })
  return own
}

/** Of the rows and bounds that hold, by name. */
export function multipliersOf(
  program: Program,
  { set, point, gradient }: { set: ActiveSet; point: CertifiedPoint; gradient: Float64Array },
): Certificate['multipliers'] {
  const { quadratic, columns, references } = program
  const multipliers: Certificate['multipliers'] = []
  const ofRows = rowMultipliers(program, point)
  references.forEach((reference, row) => {
    if (set.rowStanding[row] !== standing.free) multipliers.push({ reference, value: ofRows[row]! })
  })
  gradient.forEach((value, k) => {
    if (set.columnStanding[k] === standing.free || quadratic.lower[k] === quadratic.upper[k]) return
    const side = set.columnStanding[k] === standing.lower ? 'lower' : 'upper'
    const bound = point.x[k] === quadratic[side][k] ? ownBound(program, k, side) : null
    if (bound !== null) multipliers.push({ reference: bound.reference, value: value * columns.signs[k]! })
  })
  return multipliers
}
