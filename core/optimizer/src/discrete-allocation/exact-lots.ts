import { sumOfProducts } from '@portofino/numeric'
import type { Book } from './book.ts'
import { greedyLots } from './greedy-lots.ts'
import { mostGain, mostLotsFor, ranking, spendable, type Ranking } from './lot-bounds.ts'

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
 * within the money there is. Depth first, costliest lots first, starting from the greedy rule; a branch ends where even split lots, for
 * as much money as whole lots can spend, could not improve on the best found by more than rounding. Of equally good choices the first
 * found is kept.
 *
 * @param mostNodes choices of one asset's lots to look at before giving up on the proof
 */
export function exactLots(book: Book, mostNodes: number): ExactLots {
  const search = beginning(book)
  const tolerance = 2 * search.ranked.slack
  while (search.depth >= 0) {
    if (search.nodes >= mostNodes) {
      const gap = 2 * (openBound(search, book) - search.best)
      return { lots: search.bestLots, gap: gap <= 2 * tolerance ? 0 : gap, nodes: search.nodes }
    }
    advance(search, book, tolerance)
  }
  return { lots: search.bestLots, gap: 0, nodes: search.nodes }
}

/** What is chosen for the assets before a rank, and which choice of its lots comes next. */
interface Level {
  money: number
  gain: number
  /** Most that can be gained from here on, with what was gained before. */
  most: number
  /** Most lots that can be bought and add anything. */
  top: number
  /** Whether one lot less than that comes first. */
  swapped: boolean
  /** Choices made so far. */
  tried: number
  lots: number
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
  if (search.ranked.assets.length > 0) enter(search, book, { money: book.value, gain: 0 })
  return search
}

/** Goes one asset deeper. */
function enter(search: Search, book: Book, { money, gain }: { money: number; gain: number }): void {
  const { ranked } = search
  const depth = search.depth + 1
  const most = gain + mostGain(ranked, depth, spendable(ranked, depth, money))
  const top = mostLotsFor(ranked, depth, { money, cost: book.lotCosts[ranked.assets[depth]!]! })
  const level: Level = { money, gain, most, top, swapped: false, tried: 0, lots: top }
  search.states[depth] = level
  search.depth = depth
  level.swapped = top > 0 && bounds(search, book, top - 1).whole > bounds(search, book, top).whole
}

/** Most that can be gained with so many lots of the current asset: spending whole units after it, or any part of the money. */
function bounds({ ranked, states, depth }: Search, book: Book, lots: number): { whole: number; split: number } {
  const { money, gain } = states[depth]!
  const asset = ranked.assets[depth]!
  const own = gain + gainOf(book, asset, lots)
  const left = money - lots * book.lotCosts[asset]!
  return {
    whole: own + mostGain(ranked, depth + 1, spendable(ranked, depth + 1, left)),
    split: own + mostGain(ranked, depth + 1, left + ranked.slack),
  }
}

/** The choice of lots at a level, in the order in which they are tried: the better of the two highest, the other, then downward. */
function choice({ top, swapped }: Level, index: number): number {
  if (index > 1) return top - index
  return swapped === (index === 0) ? top - 1 : top
}

/** Most that any choice not made yet could gain, at all levels. Of many choices only the first are looked at one by one. */
function openBound(search: Search, book: Book): number {
  let most = search.best
  for (let depth = 0; depth <= search.depth; depth++) {
    const level = search.states[depth]!
    const end = Math.min(level.top, level.tried + 50)
    for (let index = level.tried; index <= end; index++) {
      most = Math.max(most, bounds({ ...search, depth }, book, choice(level, index)).whole)
    }
    if (end < level.top) most = Math.max(most, level.most)
  }
  return most
}

/** Makes the next choice at the current level, or goes back up when none is left that could improve on the best. */
function advance(search: Search, book: Book, tolerance: number): void {
  const level = search.states[search.depth]!
  if (level.tried > level.top || level.most <= search.best + tolerance) {
    search.depth--
    return
  }
  const lots = choice(level, level.tried)
  level.tried++
  level.lots = lots
  search.nodes++
  if (bounds(search, book, lots).whole <= search.best + tolerance) {
    if (isExhausted(search, book, search.best + tolerance)) level.tried = level.top + 1
    return
  }
  const asset = search.ranked.assets[search.depth]!
  const gain = level.gain + gainOf(book, asset, lots)
  const isLast = search.depth === search.ranked.assets.length - 1
  if (!isLast) enter(search, book, { money: level.money - lots * book.lotCosts[asset]!, gain })
  else if (gain > search.best + tolerance) keep(search, gain)
}

/** Whether no choice is left but lower ones, which gain less and less: the bound for split lots is concave in the choice. */
function isExhausted(search: Search, book: Book, least: number): boolean {
  const { tried, top } = search.states[search.depth]!
  const next = top - tried
  if (tried < 2 || next < 0) return false
  const { split } = bounds(search, book, next)
  return split <= least && split <= bounds(search, book, next + 1).split
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
