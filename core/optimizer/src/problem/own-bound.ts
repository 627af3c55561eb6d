import type { RowReference } from './problem.ts'
import type { Program } from './program.ts'

/** A bound of an asset, in weights. */
interface OwnBound {
  reference: RowReference
  side: 'lower' | 'upper'
  limit: number
}

/** The bound of its asset that a column's bound is; null for the ends of pieces where no bound of the asset is. */
export function ownBound({ columns, problem }: Program, column: number, side: 'lower' | 'upper'): OwnBound | null {
  const { assets, signs } = columns
  const asset = assets[column]!
  const isNextPiece = (other: number): boolean => assets[other] === asset && signs[other] === signs[column]
  const isSplit = columns.base[asset] !== 0 || assets[column + 1] === asset || assets[column - 1] === asset
  if (isSplit && (side === 'lower' || isNextPiece(column + 1))) return null
  const own = signs[column]! > 0 ? side : side === 'lower' ? 'upper' : 'lower'
  return { reference: { kind: own, name: problem.name(asset) }, side: own, limit: problem[own][asset]! }
}
