import { wholeLots, type Book } from './book.ts'

/** Assets of a book that have a target, the costliest lots first: what remains is then filled by the finest. */
export interface Ranking {
  /** Numbers of the assets in the book. */
  assets: number[]
  /** Most lots that can add anything: the target rounded up. */
  mostLots: number[]
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
export function ranking({ targets, lotValues, lotCosts }: Book): Ranking {
  const assets = Array.from(targets.keys())
    .filter((i) => targets[i]! > 0)
    .toSorted((a, b) => lotCosts[b]! - lotCosts[a]! || a - b)
  const mostLots: number[] = []
  const parts: Part[] = []
  for (const [rank, i] of assets.entries()) {
    const whole = wholeLots(targets[i]!, lotValues[i]!)
    const rest = targets[i]! - whole * lotValues[i]!
    const hasRest = rest > 1e-12 * targets[i]!
    mostLots.push(hasRest ? whole + 1 : whole)
    if (whole > 0) parts.push({ rank, gain: whole * lotValues[i]!, cost: whole * lotCosts[i]! })
    if (hasRest) parts.push({ rank, gain: rest, cost: lotCosts[i]! })
  }
  return { assets, mostLots, parts: parts.toSorted((a, b) => b.gain / b.cost - a.gain / a.cost || a.rank - b.rank) }
}

/** Most that the assets from a rank on can gain for so much money, if lots could be split. Concave in the money. */
export function mostGain({ parts }: Ranking, from: number, money: number): number {
  let left = money
  let total = 0
  for (const { rank, gain, cost } of parts) {
    if (rank < from) continue
    if (cost >= left) return total + gain * (left / cost)
    left -= cost
    total += gain
  }
  return total
}
