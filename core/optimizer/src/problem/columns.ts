import { integerZeros, zeros } from '@portofino/numeric'
import type { CheckedProblem } from './checked-problem.ts'

/**
 * The columns that the engine moves: w = base + Σ sign·x over an asset's columns, each x within bounds of its own.
 *
 * An asset is one column, its weight itself, unless a cost or a limit changes its slope somewhere within its bounds: then it is
 * cut there into pieces, which are filled in order from the base because filling them out of order only costs more.
 */
export interface Columns {
  /** Shape [assets]. */
  base: Float64Array
  assets: Int32Array
  signs: Float64Array
  lower: Float64Array
  upper: Float64Array
  /** The weight of its asset where a column, and those that are filled before it, are at their upper bounds. */
  ends: Float64Array
  /** Change of |w| per unit of x. */
  gross: Float64Array
  /** Change of |w − turnover.from| per unit of x. */
  turnover: Float64Array
  /** Change of C per unit of x. */
  cost: Float64Array
  /** Σ|w| and the others at x = 0. */
  constants: { gross: number; turnover: number; cost: number }
  /** Whether each asset is one column with base 0. */
  isPlain: boolean
}

interface Piece {
  asset: number
  sign: 1 | -1
  lower: number
  upper: number
  end: number
  /** A point well within, where slopes are read off. */
  inside: number
}

export function columnsOf(problem: CheckedProblem): Columns {
  if (problem.turnover === null && problem.costs === null && problem.grossExposure === null) return plainColumns(problem)
  const { n } = problem
  const base = zeros(n)
  const pieces: Piece[] = []
  for (let asset = 0; asset < n; asset++) {
    const [lower, upper] = [problem.lower[asset]!, problem.upper[asset]!]
    const cuts = cutsOf(problem, asset).filter((cut) => cut > lower && cut < upper)
    const [first] = cuts
    if (first === undefined) pieces.push({ asset, sign: 1, lower, upper, end: upper, inside: within(lower, upper) })
    else {
      base[asset] = first
      pieces.push(...piecesFrom(first, { asset, lower, upper, cuts }))
    }
  }
  return written(problem, base, pieces)
}

/** Where slopes change nowhere, each asset is one column. */
function plainColumns({ n, lower, upper }: CheckedProblem): Columns {
  const none = zeros(n)
  const assets = integerZeros(n)
  for (let asset = 0; asset < n; asset++) assets[asset] = asset
  return {
    base: none,
    assets,
    gross: none,
    cost: none,
    turnover: none,
    signs: zeros(n).fill(1),
    lower,
    upper,
    ends: upper,
    constants: { gross: 0, turnover: 0, cost: 0 },
    isPlain: true,
  }
}

/** Where slopes of the asset change; the one that the base should be comes first. */
function cutsOf({ turnover, costs, grossExposure }: CheckedProblem, asset: number): number[] {
  const cuts = new Set<number>()
  if (turnover !== null) cuts.add(turnover.from[asset]!)
  if (costs !== null && costs.rate[asset]! > 0) cuts.add(costs.from[asset]!)
  if (grossExposure !== null) cuts.add(0)
  return [...cuts]
}

function piecesFrom(
  base: number,
  { asset, lower, upper, cuts }: { asset: number; lower: number; upper: number; cuts: readonly number[] },
): Piece[] {
  const pieces: Piece[] = []
  let from = base
  for (const to of [...cuts.filter((cut) => cut > base).toSorted((a, b) => a - b), upper]) {
    pieces.push({ asset, sign: 1, lower: 0, upper: to - from, end: to, inside: within(from, to) })
    from = to
  }
  from = base
  for (const to of [...cuts.filter((cut) => cut < base).toSorted((a, b) => b - a), lower]) {
    pieces.push({ asset, sign: -1, lower: 0, upper: from - to, end: to, inside: within(to, from) })
    from = to
  }
  return pieces
}

function within(lower: number, upper: number): number {
  if (lower === -Infinity) return upper === Infinity ? 0 : upper - 1
  return upper === Infinity ? lower + 1 : lower + (upper - lower) / 2
}

function written(problem: CheckedProblem, base: Float64Array, pieces: readonly Piece[]): Columns {
  const { grossExposure, turnover, costs } = problem
  const assets = Int32Array.from(pieces, ({ asset }) => asset)
  const slopeOf = (from: ((asset: number) => number) | null): Float64Array =>
    Float64Array.from(pieces, ({ asset, sign, inside }) => (from === null ? 0 : sign * (inside >= from(asset) ? 1 : -1)))
  const gross = slopeOf(grossExposure === null ? null : () => 0)
  const traded = slopeOf(turnover === null ? null : (asset) => turnover.from[asset]!)
  const charged = slopeOf(costs === null ? null : (asset) => costs.from[asset]!)
  const cost = charged.map((slope, k) => slope * (costs?.rate[assets[k]!] ?? 0))
  return {
    base,
    assets,
    gross,
    cost,
    turnover: traded,
    signs: Float64Array.from(pieces, ({ sign }) => sign),
    lower: Float64Array.from(pieces, ({ lower }) => lower),
    upper: Float64Array.from(pieces, ({ upper }) => upper),
    ends: Float64Array.from(pieces, ({ end }) => end),
    constants: constantsOf(problem, base, pieces),
    isPlain: pieces.length === problem.n && base.every((value) => value === 0),
  }
}

/** An asset in one piece counts from w = 0, where its slope need not be that of its bounds. */
function constantsOf(
  { n, grossExposure, turnover, costs }: CheckedProblem,
  base: Float64Array,
  pieces: readonly Piece[],
): Columns['constants'] {
  const insides = Array.from({ length: n }, () => new Array<number>())
  for (const { asset, inside } of pieces) insides[asset]!.push(inside)
  const at = (asset: number, from: number): number => {
    const [inside, another] = insides[asset]!
    if (another !== undefined) return Math.abs(base[asset]! - from)
    return inside! >= from ? -from : from
  }
  const sum = (term: (asset: number) => number): number => base.reduce((total, _, asset) => total + term(asset), 0)
  return {
    gross: grossExposure === null ? 0 : sum((asset) => at(asset, 0)),
    turnover: turnover === null ? 0 : sum((asset) => at(asset, turnover.from[asset]!)),
    cost: costs === null ? 0 : sum((asset) => costs.rate[asset]! * at(asset, costs.from[asset]!)),
  }
}
