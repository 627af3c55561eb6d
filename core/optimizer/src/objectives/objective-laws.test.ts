import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { passes } from '../certificate.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { drawnProblem, randomFrom } from '../trial/drawn-problem.ts'
import { measuresOf } from '../trial/measures.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minVolatility } from './min-volatility.ts'

const riskFree = 0.01
const rounding = 1e-11
const none = (): number => 0

interface Solved {
  outcome: Outcome
  /** Smaller is better. */
  objective: (weights: Float64Array) => number
  /** At most 0 where the weights keep to what was asked. */
  demand: (weights: Float64Array) => number
}

/** Every objective, asked for the middle of what the frontier has. */
function solvedBy(problem: Problem, ends: { returns: [number, number]; volatilities: [number, number] }): Record<string, Solved> {
  const { variance, return: mean, cost, penalty } = measuresOf(problem)
  const targetReturn = (ends.returns[0] + ends.returns[1]) / 2
  const targetVolatility = (ends.volatilities[0] + ends.volatilities[1]) / 2
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
    },
    'efficient return': {
      outcome: efficientReturn(problem, { targetReturn }),
      objective: risk,
      demand: (w) => targetReturn - mean(w),
    },
    'efficient risk': {
      outcome: efficientRisk(problem, { targetVolatility }),
      objective: (w) => cost(w) + penalty(w) - mean(w),
      demand: (w) => Math.sqrt(Math.max(0, variance(w))) - targetVolatility,
    },
  }
}

describe('every objective', () => {
  test('keeps to all limits, proves its answer, and is never beaten by other allowed weights', () => {
    fc.assert(
      fc.property(drawnProblem, fc.integer(), (problem, seed) => {
        const whole = frontier(problem)
        if (whole.status !== 'optimal') return assert.equal(whole.status, 'infeasible')
        const random = randomFrom(seed)
        const [first, last] = [whole.corners[0]!, whole.corners.at(-1)!]
        const ends = { returns: [first.return, last.return], volatilities: [first.volatility, last.volatility] } as const
        const solved = solvedBy(problem, { returns: [...ends.returns], volatilities: [...ends.volatilities] })
        const known = whole.corners.map(({ weights }) => weights)
        for (const { outcome } of Object.values(solved)) if (outcome.status === 'optimal') known.push(outcome.portfolio.weights)
        for (const [name, { outcome, objective, demand }] of Object.entries(solved)) {
          if (outcome.status !== 'optimal') {
            assert.ok(name === 'max Sharpe' && ['noTangency', 'unbounded'].includes(outcome.status), `${name}: ${outcome.status}`)
            continue
          }
          const { weights } = outcome.portfolio
          assert.ok(passes(outcome.certificate), name)
          assert.ok(measuresOf(problem).violation(weights) <= rounding, name)
          assert.ok(demand(weights) <= rounding, name)
          const own = objective(weights)
          for (let k = 0; k < 30; k++) {
            const towards = known[Math.floor(random() * known.length)]!
            const share = random() ** 3
            const other = weights.map((weight, i) => weight + share * (towards[i]! - weight))
            if (demand(other) <= 0)
              assert.ok(own - objective(other) <= rounding * Math.max(1, Math.abs(own)), `${name} is beaten`)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
