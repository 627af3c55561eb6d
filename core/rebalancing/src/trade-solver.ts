import { isFree, smallestOrderShare } from './cost-model.ts'
import type { CostModel } from './cost-model.ts'

/** A portfolio that is to be brought to its targets. The three arrays have one entry a holding. */
export interface TradeProblem {
  /** Net value before the trade, cash included, above zero. */
  value: number
  /** Signed fractions of the value after the trade; what they leave is cash. */
  targets: Float64Array
  /** Signed money in each holding before the trade. */
  holdings: Float64Array
  /** Money per share, above zero; zero only where nothing is held or wanted. */
  prices: Float64Array
  costs: CostModel
}

/** Filled by `solveTrade`, so that a loop over many trades allocates nothing. */
export interface TradeSolution {
  /** Net value after the trade; each holding is worth `targets[i] · value` then. */
  value: number
  cost: number
  /** Sum of the absolute money traded. */
  traded: number
}

const relativeTolerance = 1e-12
const maximumSteps = 50

/**
 * Solves V = value − cost(targets·V − holdings): the net value after a trade that pays its own costs. It iterates from the
 * value before until a step changes less than 1e-12 of it. Orders are counted once, for the trade without costs.
 *
 * `unsolved` when fifty steps do not suffice, as with costs near or above the traded exposure, or when the costs leave
 * no value above zero; the solution's content is then undefined.
 *
 * ```ts
 * const solution = { value: 0, cost: 0, traded: 0 }
 * const outcome = solveTrade(
 *   {
 *     value: 1001,
 *     targets: Float64Array.of(1),
 *     holdings: Float64Array.of(0),
 *     prices: Float64Array.of(10),
 *     costs: { rate: 0.001, perShare: 0, perOrder: 0 },
 *   },
 *   solution,
 * )
 * assert.equal(outcome, 'solved')
 * assert.ok(Math.abs(solution.value - 1000) < 1e-9)
 * ```
 */
export function solveTrade(problem: TradeProblem, solution: TradeSolution): 'solved' | 'unsolved' {
  const { value, costs } = problem
  solution.value = value
  solution.cost = 0
  solution.traded = tradedValue(problem, value)
  if (isFree(costs)) return 'solved'
  const orders = costs.perOrder === 0 ? 0 : orderCount(problem) * costs.perOrder
  for (let step = 0; step < maximumSteps; step++) {
    const current = solution.value
    const next = value - orders - costs.rate * solution.traded - (costs.perShare === 0 ? 0 : shareCost(problem, current))
    const isClose = Math.abs(next - current) <= relativeTolerance * Math.abs(next)
    solution.value = next
    solution.cost = value - next
    if (isClose) return next > 0 ? 'solved' : 'unsolved'
    solution.traded = tradedValue(problem, next)
  }
  return 'unsolved'
}

function tradedValue({ targets, holdings }: TradeProblem, value: number): number {
  let traded = 0
  for (let i = 0; i < targets.length; i++) traded += Math.abs(targets[i]! * value - holdings[i]!)
  return traded
}

function shareCost({ targets, holdings, prices, costs }: TradeProblem, value: number): number {
  let shares = 0
  for (let i = 0; i < targets.length; i++) {
    const traded = Math.abs(targets[i]! * value - holdings[i]!)
    if (traded > 0) shares += traded / prices[i]!
  }
  return costs.perShare * shares
}

function orderCount({ value, targets, holdings }: TradeProblem): number {
  const smallest = smallestOrderShare * value
  let orders = 0
  for (let i = 0; i < targets.length; i++) {
    if (Math.abs(targets[i]! * value - holdings[i]!) > smallest) orders += 1
  }
  return orders
}
