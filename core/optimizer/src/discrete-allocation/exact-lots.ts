import { sumOfProducts } from '@portofino/numeric'
import { rounding, wholeLots, type Book } from './book.ts'
import { greedyLots } from './greedy-lots.ts'
import { mostGain, ranking, type Ranking } from './lot-bounds.ts'

export interface ExactLots {
  /** Shape [n]. */
  lots: Float64Array
  /** How much closer to the targets a better choice could be, at most; zero when there is none. */
  gap: number
  nodes: number
}

/**
 * Lots that bring a book closest to its targets: the least Σ|target − position| + what is left over, fees counted as left over, since
 * money spent on them is not invested.
 *
 * As targets sum to the value, that is the value plus Σ(target − 2·min(position, target)): the search maximizes Σ min(position, target)
 * within the money there is. Depth first, costliest lots first, starting from the greedy rule; a branch ends where even split lots
 * could not improve on the best found by more than rounding. Of equally good choices the first found is kept.
 *
 * @param mostNodes choices of one asset's lots to look at before giving up on the proof
 */
export function exactLots(book: Book, mostNodes: number): ExactLots {
  const search = beginning(book)
  const ceiling = mostGain(search.ranked, 0, search.states[0]?.money ?? 0)
  const tolerance = rounding * book.value
  while (search.depth >= 0 && ceiling > search.best + tolerance) {
    if (search.nodes >= mostNodes) return { lots: search.bestLots, gap: 2 * (ceiling - search.best), nodes: search.nodes }
    advance(search, book, tolerance)
  }
  return { lots: search.bestLots, gap: 0, nodes: search.nodes }
}

/** What is chosen for the assets before a rank, and which choice of its lots comes next. */
interface Level {
  money: number
  gain: number
  /** Most lots that can be bought and add anything. */
  top: number
  /** Whether one lot less than that comes first. */
  swapped: boolean
  /** Choices made so far. */
  tried: number
  lots: number
  /** What the last choice but the first two could gain at most. */
  lastBound: number
}

interface Search {
  ranked: Ranking
  states: Level[]
  depth: number
  nodes: number
  best: number
  bestLots: Float64Array
}

function gainOf({ targets, lotValues }: Book, asset: number, lots: number): number {
  return Math.min(lots * lotValues[asset]!, targets[asset]!)
}

function beginning(book: Book): Search {
  const bestLots = greedyLots(book)
  const best = bestLots.reduce((total, lots, asset) => total + gainOf(book, asset, lots), 0)
  const search: Search = { ranked: ranking(book), states: [], depth: -1, nodes: 0, best, bestLots }
  if (search.ranked.assets.length > 0) enter(search, book, { money: book.value * (1 + rounding), gain: 0 })
  return search
}

/** Goes one asset deeper. */
function enter(search: Search, book: Book, { money, gain }: { money: number; gain: number }): void {
  const depth = search.depth + 1
  const asset = search.ranked.assets[depth]!
  const top = Math.min(search.ranked.mostLots[depth]!, wholeLots(money, book.lotCosts[asset]!))
  const level: Level = { money, gain, top, swapped: false, tried: 0, lots: top, lastBound: Infinity }
  search.states[depth] = level
  search.depth = depth
  level.swapped = top > 0 && bound(search, book, top - 1) > bound(search, book, top)
}

/** Most that can be gained with so many lots of the current asset. */
function bound({ ranked, states, depth }: Search, { targets, lotValues, lotCosts }: Book, lots: number): number {
  const { money, gain } = states[depth]!
  const asset = ranked.assets[depth]!
  const own = Math.min(lots * lotValues[asset]!, targets[asset]!)
  return gain + own + mostGain(ranked, depth + 1, money - lots * lotCosts[asset]!)
}

/** Makes the next choice at the current level, or goes back up when there is none left. */
function advance(search: Search, book: Book, tolerance: number): void {
  const level = search.states[search.depth]!
  if (level.tried > level.top) {
    search.depth--
    return
  }
  const first = level.swapped ? level.top - 1 : level.top
  const lots = level.tried === 0 ? first : level.tried === 1 ? 2 * level.top - 1 - first : level.top - level.tried
  level.tried++
  level.lots = lots
  search.nodes++
  const most = bound(search, book, lots)
  if (most <= search.best + tolerance) {
    // The bound is concave in the lots: once it falls it keeps falling.
    if (level.tried > 2 && most <= level.lastBound) level.tried = level.top + 1
    level.lastBound = most
    return
  }
  level.lastBound = most
  const asset = search.ranked.assets[search.depth]!
  const gain = level.gain + gainOf(book, asset, lots)
  const isLast = search.depth === search.ranked.assets.length - 1
  if (!isLast) enter(search, book, { money: level.money - lots * book.lotCosts[asset]!, gain })
  else if (gain > search.best + tolerance) keep(search, gain)
}

function keep(search: Search, gain: number): void {
  search.best = gain
  search.bestLots.fill(0)
  for (const [rank, asset] of search.ranked.assets.entries()) search.bestLots[asset] = search.states[rank]!.lots
}

/** Σ|target − position| + what is left over. */
export function missed({ value, targets, lotValues }: Book, lots: Float64Array): number {
  const invested = sumOfProducts(lots, lotValues)
  return targets.reduce((total, target, i) => total + Math.abs(target - lots[i]! * lotValues[i]!), value - invested)
}
