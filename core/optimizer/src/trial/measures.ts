import type { Problem } from '../problem/problem.ts'

type Measure = (weights: Float64Array) => number

interface Measures {
  variance: Measure
  return: Measure
  cost: Measure
  penalty: Measure
  /** How far any weight is beyond a bound; at most 0. */
  beyondBounds: Measure
  /** |Σw − 1|. */
  offBudget: Measure
  /** How far beyond the worst of the other limits, relative to the terms that it is summed from; at most 0 where all hold. */
  beyondLimits: Measure
}

const at = (value: number | Float64Array, i: number): number => (typeof value === 'number' ? value : value[i]!)

/** The terms of objectives and limits, written down once more and as plainly as can be. For tests. */
export function measuresOf(problem: Problem): Measures {
  const { n, data } = problem.covariance
  const sum = (term: (i: number) => number): number => {
    let all = 0
    for (let i = 0; i < n; i++) all += term(i)
    return all
  }
  const { costs, l2, turnover, grossExposure, bounds = {}, groups = [] } = problem
  const { lower = 0, upper = 1 } = bounds
  return {
    variance: (w: Float64Array) => sum((i) => sum((j) => w[i]! * w[j]! * data[i * n + j]!)),
    return: (w: Float64Array) => sum((i) => w[i]! * problem.expectedReturns![i]!),
    cost: (w: Float64Array) => (costs === undefined ? 0 : sum((i) => at(costs.rate, i) * Math.abs(w[i]! - costs.from[i]!))),
    penalty: (w: Float64Array) => (l2 === undefined ? 0 : sum((i) => at(l2, i) * w[i]! ** 2)),
    beyondBounds: (w: Float64Array) =>
      Math.max(...Array.from(w, (value, i) => Math.max(at(lower, i) - value, value - at(upper, i)))),
    offBudget: (w: Float64Array) => Math.abs(sum((i) => w[i]!) - 1),
    beyondLimits: (w: Float64Array) =>
      Math.max(
        turnover === undefined
          ? 0
          : beyond(
              sum((i) => Math.abs(w[i]! - turnover.from[i]!)),
              turnover.max,
              sum((i) => Math.abs(w[i]!) + Math.abs(turnover.from[i]!)),
            ),
        grossExposure === undefined
          ? 0
          : beyond(
              sum((i) => Math.abs(w[i]!)),
              grossExposure,
              0,
            ),
        ...groups.map(({ members, upper: most = Infinity }) => {
          const ofMembers = members.map((i) => w[i]!)
          return beyond(total(ofMembers), most, total(ofMembers.map(Math.abs)))
        }),
      ),
  }
}

const total = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0)

const beyond = (value: number, most: number, size: number): number => (value - most) / Math.max(size, most)
