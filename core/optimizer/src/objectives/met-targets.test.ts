import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Optimal, Portfolio } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { drawnProblem, randomFrom } from '../trial/drawn-problem.ts'
import { measuresOf } from '../trial/measures.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import type { Corner } from './frontier.ts'
import { frontier } from './frontier.ts'
import { targetSharpe } from './target-sharpe.ts'

const numRuns = 50

/** Half of them with a row of any coefficients, which equal weights keep to. */
const drawn: fc.Arbitrary<Problem> = fc.tuple(drawnProblem, fc.integer(), fc.boolean()).map(([problem, seed, hasRow]) => {
  if (!hasRow) return problem
  const { n } = problem.covariance
  const random = randomFrom(seed)
  const coefficients = Float64Array.from({ length: n }, () => 3 * random() - 1)
  const upper = coefficients.reduce((total, value) => total + value, 0) / n + 0.2 * random()
  return { ...problem, rows: [{ name: 'row', coefficients, upper }] }
})

/** Of the way from the least risk there is to the greatest return. */
const share = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)

interface Ends {
  first: Corner
  last: Corner
}

/** Null where no weights are allowed. */
function endsOf(problem: Problem): Ends | null {
  const outcome = frontier(problem)
  return outcome.status === 'optimal' ? { first: outcome.corners[0]!, last: outcome.corners.at(-1)! } : null
}

const between = (from: number, to: number, part: number): number => from + part * (to - from)

/** Of the terms that a return is summed from. */
function sizeOf({ expectedReturns }: Problem, weights: Float64Array): number {
  return weights.reduce((total, weight, i) => total + Math.abs(weight * expectedReturns![i]!), 0)
}

/** By how much rounding may put √V off where terms cancel in V. */
function volatilityNoise({ covariance: { n, data } }: Problem, { weights, volatility }: Portfolio): number {
  const size = weights.reduce((total, weight, i) => total + Math.abs(weight) * Math.sqrt(data[i * (n + 1)]!), 0)
  return (n * Number.EPSILON * size * size) / (2 * volatility)
}

function solved(outcome: { status: string }): Optimal {
  assert.equal(outcome.status, 'optimal')
  return outcome as Optimal
}

describe('what is asked for is met by', () => {
  for (const sense of ['atMost', 'equal'] as const) {
    test(`a volatility of ${sense === 'equal' ? 'exactly' : 'at most'} so much`, () => {
      let met = 0
      fc.assert(
        fc.property(drawn, share, ({ l2, ...plain }, part) => {
          const problem = sense === 'equal' || l2 === undefined ? plain : { ...plain, l2 }
          const ends = endsOf(problem)
          if (ends === null) return
          const target = between(ends.first.volatility, ends.last.volatility, part)
          const { portfolio, warnings } = solved(efficientRisk(problem, { targetVolatility: target, sense }))
          const room = 1e-11 * target + volatilityNoise(problem, portfolio)
          assert.ok(portfolio.volatility <= target + room, `${portfolio.volatility} exceeds ${target}`)
          if (sense === 'equal')
            assert.ok(portfolio.volatility >= target - room, `${portfolio.volatility} is less than ${target}`)
          else if (warnings.length === 0) assert.ok(portfolio.volatility >= target - room, 'the cap binds')
          met++
        }),
        { numRuns },
      )
      assert.ok(met > numRuns / 2, `${met} met`)
    })

    test(`a return of ${sense === 'equal' ? 'exactly' : 'at least'} so much`, () => {
      let met = 0
      fc.assert(
        fc.property(drawn, share, (problem, part) => {
          const ends = endsOf(problem)
          if (ends === null) return
          const target = between(ends.first.return, ends.last.return, part)
          const { portfolio } = solved(
            efficientReturn(problem, { targetReturn: target, sense: sense === 'equal' ? sense : 'atLeast' }),
          )
          const room = 1e-12 * (sizeOf(problem, portfolio.weights) + Math.abs(target))
          assert.ok(portfolio.return! >= target - room, `${portfolio.return} is less than ${target}`)
          if (sense === 'equal') assert.ok(portfolio.return! <= target + room, `${portfolio.return} exceeds ${target}`)
          met++
        }),
        { numRuns },
      )
      assert.ok(met > numRuns / 2, `${met} met`)
    })
  }

  test('both portfolios of a ratio', () => {
    let met = 0
    fc.assert(
      fc.property(drawn, share, (problem, part) => {
        const riskFree = 0.01
        const reached = targetSharpe(problem, { riskFree, target: -1000 })
        if (reached.status !== 'unreachable' || !(reached.range[1] - reached.range[0] > 1e-9)) return
        const target = between(...reached.range, part)
        const outcome = solved(targetSharpe(problem, { riskFree, target, root: 'both' }))
        const { penalty } = measuresOf(problem)
        for (const portfolio of [outcome.portfolio, ...(outcome.alternatives ?? [])]) {
          const { weights, return: mean, cost, volatility } = portfolio
          const risk = Math.sqrt(volatility ** 2 + penalty(weights))
          const excess = mean! - cost - riskFree
          const size = sizeOf(problem, weights) + cost + riskFree + Math.abs(target) * risk
          // λ comes from sums that the free block's condition has multiplied the rounding of.
          const condition = (64 * Number.EPSILON) / outcome.certificate.reciprocalCondition
          const room = (1e-11 + condition) * size + Math.abs(target) * volatilityNoise(problem, portfolio)
          assert.ok(Math.abs(excess - target * risk) <= room, `${excess / risk} is not ${target}`)
          met++
        }
      }),
      { numRuns },
    )
    assert.ok(met > 20, `${met} met`)
  })
})
