import { efficientReturn } from '../objectives/efficient-return.ts'
import { efficientRisk } from '../objectives/efficient-risk.ts'
import { frontier } from '../objectives/frontier.ts'
import { maxSharpe } from '../objectives/max-sharpe.ts'
import { maxUtility } from '../objectives/max-utility.ts'
import { minVolatility } from '../objectives/min-volatility.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { randomFrom } from './drawn-problem.ts'
import { measuresOf } from './measures.ts'

const riskFree = 0.01
const rounding = 1e-11
const none = (): number => 0

interface Solved {
  outcome: Outcome
  /** Smaller is better. */
  objective: (weights: Float64Array) => number
  /** At most 0 where the weights keep to what was asked, relative to its size. */
  demand: (weights: Float64Array) => number
  /** How far rounding may put the objective off here, relative to its size. */
  noise?: (weights: Float64Array) => number
}

/** Of a ratio to √V: terms of V that cancel leave their rounding. */
function ratioNoise({ covariance: { n, data } }: Problem, w: Float64Array, variance: number): number {
  const size = w.reduce((total, weight, i) => total + Math.abs(weight) * Math.sqrt(data[i * (n + 1)]!), 0)
  return (n * Number.EPSILON * size * size) / (2 * variance)
}

/** Every objective, asked for the middle of what the frontier has. */
function solvedBy(problem: Problem, ends: { returns: [number, number]; volatilities: [number, number] }): Record<string, Solved> {
  const { variance, return: mean, cost, penalty } = measuresOf(problem)
  const targetReturn = (ends.returns[0] + ends.returns[1]) / 2
  const targetVolatility = (ends.volatilities[0] + ends.volatilities[1]) / 2
  const sizeOf = (w: Float64Array): number =>
    w.reduce((total, weight, i) => total + Math.abs(weight * problem.expectedReturns![i]!), 0)
  const risk = (w: Float64Array): number => variance(w) + penalty(w) + cost(w)
  return {
    'min volatility': { outcome: minVolatility(problem), objective: risk, demand: none },
    'max utility': {
      outcome: maxUtility(problem, { riskAversion: 3 }),
      objective: (w) => cost(w) + penalty(w) + 1.5 * variance(w) - mean(w),
      demand: none,
    },
    'max Sharpe': {
      outcome: maxSharpe(problem, { riskFree }),
      objective: (w) => (riskFree + cost(w) - mean(w)) / Math.sqrt(variance(w) + penalty(w)),
      demand: none,
      noise: (w) => ratioNoise(problem, w, variance(w) + penalty(w)),
    },
    'efficient return': {
      outcome: efficientReturn(problem, { targetReturn }),
      objective: risk,
      demand: (w) => beyond(targetReturn - mean(w), Math.abs(targetReturn) + sizeOf(w)),
    },
    'efficient risk': {
      outcome: efficientRisk(problem, { targetVolatility }),
      objective: (w) => cost(w) + penalty(w) - mean(w),
      demand: (w) => beyond(Math.sqrt(Math.max(0, variance(w))) - targetVolatility, targetVolatility),
    },
  }
}

/**
 * Solves a problem for every objective, and tells what is wrong: each answer should keep to all limits, prove itself, and beat other allowed
 * weights, drawn between it and all that is known of the frontier. For tests.
 */
export function faultsIn(problem: Problem, seed: number): string[] {
  const whole = frontier(problem)
  if (whole.status !== 'optimal') return whole.status === 'infeasible' ? [] : [`frontier: ${whole.status}`]
  const random = randomFrom(seed)
  const [first, last] = [whole.corners[0]!, whole.corners.at(-1)!]
  const solved = solvedBy(problem, {
    returns: [first.return, last.return],
    volatilities: [first.volatility, last.volatility],
  })
  const known = whole.corners.map(({ weights }) => weights)
  const ofCorners = known.flatMap((weights, k) => brokenBy(problem, weights).map((fault) => `corner ${k}: ${fault}`))
  for (const { outcome } of Object.values(solved)) if (outcome.status === 'optimal') known.push(outcome.portfolio.weights)
  const ofAnswers = Object.entries(solved).flatMap(([name, each]) =>
    faultsOf(problem, each, { known, random, mayHaveNone: name === 'max Sharpe' }).map((fault) => `${name}: ${fault}`),
  )
  return [...ofCorners, ...ofAnswers]
}

interface Rivals {
  known: readonly Float64Array[]
  random: () => number
  mayHaveNone: boolean
}

/** By how much others may look better for rounding. */
function toleranceAt(weights: Float64Array, { objective, noise = none }: Solved): number {
  return (rounding + noise(weights)) * Math.max(1, Math.abs(objective(weights)))
}

/** Relative to a size, if there is one. */
const beyond = (value: number, size: number): number => (size === 0 ? value : value / size)

/** Which limits weights do not keep to, as exactly as they promise. */
function brokenBy(problem: Problem, weights: Float64Array): string[] {
  const { beyondBounds, offBudget, beyondLimits } = measuresOf(problem)
  const faults: string[] = []
  if (beyondBounds(weights) > 0) faults.push(`leaves a bound by ${beyondBounds(weights)}`)
  if (offBudget(weights) > 1e-14 * Math.sqrt(weights.length)) faults.push(`misses the budget by ${offBudget(weights)}`)
  if (beyondLimits(weights) > 1e-12) faults.push(`breaks a limit by ${beyondLimits(weights)}`)
  return faults
}

function faultsOf(problem: Problem, solved: Solved, { known, random, mayHaveNone }: Rivals): string[] {
  const { outcome, objective, demand } = solved
  if (outcome.status !== 'optimal') {
    return mayHaveNone && ['noTangency', 'unbounded'].includes(outcome.status) ? [] : [outcome.status]
  }
  const { weights } = outcome.portfolio
  const faults: string[] = []
  const { stationarity, primalFeasibility, dualSign, complementarity } = outcome.certificate
  if (Math.max(stationarity, primalFeasibility, dualSign, complementarity) > 1e-12) faults.push('proves nothing')
  faults.push(...brokenBy(problem, weights))
  if (demand(weights) > 1e-12) faults.push(`falls short of what was asked by ${demand(weights)}`)
  const own = objective(weights)
  const tolerance = toleranceAt(weights, solved)
  for (let k = 0; k < 30; k++) {
    const towards = known[Math.floor(random() * known.length)]!
    const share = random() ** 3
    const other = weights.map((weight, i) => weight + share * (towards[i]! - weight))
    if (demand(other) <= 0 && own - objective(other) > tolerance) return [...faults, 'is beaten']
  }
  return faults
}
