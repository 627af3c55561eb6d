import { rounding, wholeLots, type Book } from './book.ts'
import { commonUnit } from './common-unit.ts'

/** Assets of a book that have a target, the costliest lots first: what remains is then filled by the finest. */
export interface Ranking {
  /** Numbers of the assets in the book. */
  assets: number[]
  /** Most lots that can add anything: the target rounded up. */
  mostLots: number[]
  /** For each rank, what all that is spent from there on is a whole multiple of; 0 where nothing is known. */
  units: number[]
  /** What money may be overspent by rounding. */
  slack: number
  /** Parts of positions by value gained per money spent, the best first. */
  parts: Part[]
}

interface Part {
  /** Position of the asset in the ranking. */
  rank: number
  gain: number
  cost: number
}

/** Ranks the assets; of equal costs the first comes first. */
export function ranking(book: Book): Ranking {
  const { value, targets, lotValues, lotCosts } = book
  const assets = Array.from(targets.keys())
    .filter((i) => targets[i]! > 0)
    .toSorted((a, b) => lotCosts[b]! - lotCosts[a]! || a - b)
  const mostLots: number[] = []
  const parts: Part[] = []
  for (const [rank, i] of assets.entries()) {
    const whole = wholeLots(targets[i]!, lotValues[i]!)
    const rest = targets[i]! - whole * lotValues[i]!
    const hasRest = rest > rounding * targets[i]!
    mostLots.push(hasRest ? whole + 1 : whole)
    if (whole > 0) parts.push({ rank, gain: whole * lotValues[i]!, cost: whole * lotCosts[i]! })
    if (hasRest) parts.push({ rank, gain: rest, cost: lotCosts[i]! })
  }
  const slack = rounding * value
  const units = spendingUnits(book, assets).map((unit) => (unit > 8 * slack ? unit : 0))
  return { assets, mostLots, units, slack, parts: parts.toSorted((a, b) => b.gain / b.cost - a.gain / a.cost || a.rank - b.rank) }
}

/** Units of what the assets from each rank on cost. Where all pay the same fees those cancel out. */
function spendingUnits({ lotValues, lotCosts }: Book, assets: readonly number[]): number[] {
  const rate = assets.length === 0 ? 1 : lotCosts[assets[0]!]! / lotValues[assets[0]!]!
  const isUniform = assets.every((i) => Math.abs(lotCosts[i]! - lotValues[i]! * rate) <= rounding * lotCosts[i]!)
  const amounts = assets.map((i) => (isUniform ? lotValues[i]! : lotCosts[i]!))
  return amounts.map((_, rank) => commonUnit(amounts.slice(rank)) * (isUniform ? rate : 1))
}

/** Most lots of a rank that so much money buys and that add anything. */
export function mostLotsFor(
  { mostLots, slack }: Ranking,
  rank: number,
  { money, cost }: { money: number; cost: number },
): number {
  return Math.min(mostLots[rank]!, Math.max(Math.floor((money + slack) / cost), 0))
}

/** How much of so much money can be spent on the assets from a rank on, in whole units. */
export function spendable({ units, slack }: Ranking, from: number, money: number): number {
  const unit = units[from] ?? 0
  return unit > 0 ? Math.floor((money + slack) / unit) * unit : money + slack
}

/** Most that the assets from a rank on can gain for so much money, if lots could be split. Concave in the money. */
export function mostGain({ parts }: Ranking, from: number, money: number): number {
  let left = Math.max(money, 0)
  let total = 0
  for (const { rank, gain, cost } of parts) {
    if (rank < from) continue
    if (cost >= left) return total + gain * (left / cost)
    left -= cost
    total += gain
  }
  return total
}
