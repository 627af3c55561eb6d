import { sum, sumOfProducts } from '@portofino/numeric'
import type { Book } from './book.ts'
import { checkedAllocation, type DiscreteAllocationOptions, type PricedWeights } from './checked-allocation.ts'
import { exactLots, missed, type ExactLots } from './exact-lots.ts'
import { greedyLots } from './greedy-lots.ts'

/** What became of one side, long or short. */
export interface FilledBook {
  /** Money it was given: all positions and their fees stay within. */
  value: number
  /** What its positions are worth. */
  invested: number
  fees: number
  /** What is neither invested nor paid in fees. */
  leftover: number
  /** Σ|target − position| + value − invested: what the exact method makes least. */
  distance: number
}

export interface DiscreteAllocation {
  /** Whole multiples of the lots, negative where sold short; shape [n]. */
  shares: Float64Array
  /** Cash of the long book that is not spent. */
  leftover: number
  long: FilledBook
  /** Null without negative weights. */
  short: FilledBook | null
}

export type DiscreteAllocationOutcome =
  /** What the greedy rule gives, or proven to be the closest. */
  | ({ status: 'optimal' } & DiscreteAllocation)
  /** The closest found; nothing is closer by more than the gap, in money over both books. */
  | { status: 'nodeLimit'; candidate: DiscreteAllocation; gap: number; nodes: number }

/**
 * Numbers of shares to hold for a sum of money.
 *
 * Longs and shorts are separate books, each with its weights scaled to sum to 1: the long book of the whole value, with `reinvest` that
 * and what the shorts bring in net of fees; the short book of `shortRatio` times the value.
 *
 * `greedy` rounds every position down, then buys one lot at a time of the affordable asset that falls short of its target most, in
 * shares of what is invested. `exact` finds the least Σ|target − position| + what is not invested by branch and bound. Of equals the
 * first asset comes first.
 *
 * ```ts
 * const outcome = discreteAllocation(Float64Array.of(0.5, 0.3, 0.2), Float64Array.of(120, 45, 10), { value: 1000, method: 'exact' })
 * assert.equal(outcome.status, 'optimal')
 * assert.deepEqual(outcome.shares, Float64Array.of(4, 7, 20))
 * assert.equal(outcome.leftover, 5)
 * ```
 *
 * @param weights of any sum, negative to sell short; shape [n]
 * @param prices above zero; shape [n]
 * @throws OptimizerInputError for values out of their range, and for lots too small to be counted
 */
export function discreteAllocation(
  weights: Float64Array,
  prices: Float64Array,
  options: DiscreteAllocationOptions,
): DiscreteAllocationOutcome {
  const priced = checkedAllocation(weights, prices, options)
  const short = shortBook(weights, priced, options)
  const proceeds = options.reinvest === true ? short.book.invested - short.book.fees : 0
  const long = fill(
    weights.map((weight) => Math.max(weight, 0)),
    options.value + proceeds,
    priced,
  )
  const allocation: DiscreteAllocation = {
    shares: long.shares.map((held, i) => held - short.shares[i]!),
    leftover: long.book.leftover,
    long: long.book,
    short: weights.some((weight) => weight < 0) ? short.book : null,
  }
  const gap = long.gap + short.gap
  if (gap === 0) return { status: 'optimal', ...allocation }
  return { status: 'nodeLimit', candidate: allocation, gap, nodes: long.nodes + short.nodes }
}

function shortBook(weights: Float64Array, priced: PricedWeights, options: DiscreteAllocationOptions): Filled {
  const shorted = weights.map((weight) => Math.max(-weight, 0))
  return fill(shorted, options.value * (options.shortRatio ?? sum(shorted)), priced)
}

interface Filled {
  shares: Float64Array
  book: FilledBook
  gap: number
  nodes: number
}

function fill(weights: Float64Array, value: number, { prices, lots, feeRates, method, mostNodes }: PricedWeights): Filled {
  const total = sum(weights)
  const lotValues = prices.map((price, i) => price * lots[i]!)
  const book: Book = {
    value,
    targets: weights.map((weight) => (total > 0 ? (weight / total) * value : 0)),
    lotValues,
    lotCosts: lotValues.map((lotValue, i) => lotValue * (1 + feeRates[i]!)),
  }
  const chosen: ExactLots = method === 'exact' ? exactLots(book, mostNodes) : { lots: greedyLots(book), gap: 0, nodes: 0 }
  const invested = sumOfProducts(chosen.lots, lotValues)
  const fees = sumOfProducts(
    chosen.lots.map((count, i) => count * lotValues[i]!),
    feeRates,
  )
  return {
    shares: chosen.lots.map((count, i) => multiple(count, lots[i]!)),
    book: { value, invested, fees, leftover: Math.max(value - invested - fees, 0), distance: missed(book, chosen.lots) },
    gap: chosen.gap,
    nodes: chosen.nodes,
  }
}

/** count · lot, where the lot is the inverse of a whole number without the rounding error of that product. */
function multiple(count: number, lot: number): number {
  const parts = Math.round(1 / lot)
  return parts >= 1 && 1 / parts === lot ? count / parts : count * lot
}
