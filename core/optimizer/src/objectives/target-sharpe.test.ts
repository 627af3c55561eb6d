import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Problem } from '../problem/problem.ts'
import { dense } from '../trial/random-covariances.ts'
import { frontier } from './frontier.ts'
import { targetSharpe } from './target-sharpe.ts'
import type { TargetSharpeQuestion } from './target-sharpe.ts'

const withCash: Problem = { covariance: dense([0, 0], [0, 0.09]), expectedReturns: Float64Array.of(0.01, 0.08) }

function rangeOf(problem: Problem, question: TargetSharpeQuestion): [string, string] {
  const outcome = targetSharpe(problem, question)
  assert.ok(outcome.status === 'unreachable')
  const [low, high] = outcome.range
  return [low.toFixed(9), high.toFixed(9)]
}

/** Small problems in which cash, copies and assets that cancel each other are common. */
const problems = fc
  .record({
    n: fc.integer({ min: 2, max: 4 }),
    loadings: fc.array(fc.constantFrom(0, 0, 0.06, 0.15, -0.15, 0.3), { minLength: 16, maxLength: 16 }),
    returns: fc.array(fc.constantFrom(0.01, 0.02, 0.05, 0.08, 0.1), { minLength: 4, maxLength: 4 }),
    budget: fc.constantFrom<NonNullable<Problem['budget']> | null>(1, null, 0, { min: 0.5, max: 1 }),
    lower: fc.constantFrom(0, -1),
  })
  .map(({ n, loadings, returns, budget, lower }): Problem => {
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => [0, 1, 2, 3].reduce((sum, k) => sum + loadings[4 * i + k]! * loadings[4 * j + k]!, 0)),
    )
    return {
      covariance: dense(...rows),
      expectedReturns: Float64Array.from(returns.slice(0, n)),
      budget,
      bounds: { lower, upper: 1 },
    }
  })

const questions = fc.record({
  riskFree: fc.constantFrom(0, 0.01, 0.02, 0.05),
  target: fc.constantFrom(-0.5, -0.1, 0, 0.1, 0.2, 0.3, 1),
  root: fc.constantFrom('lower' as const, 'higher' as const, 'both' as const),
})

describe('a Sharpe ratio that is asked for', () => {
  test('is not reached by what earns less than the rate without risk: its ratio is below all others', () => {
    assert.deepEqual(rangeOf(withCash, { riskFree: 0.02, target: 5 }), ['-Infinity', '0.200000000'])
    const open = { ...withCash, covariance: dense([0.04, 0.01], [0.01, 0.09]), budget: null }
    assert.deepEqual(rangeOf(open, { riskFree: 0.02, target: 5 })[0], '-Infinity')
  })

  test('is the same all the way from what earns the rate itself without risk', () => {
    for (const target of [5, 0.1, 0, -1])
      assert.deepEqual(rangeOf(withCash, { riskFree: 0.01, target }), ['0.233333333', '0.233333333'])
    const outcome = targetSharpe(withCash, { riskFree: 0.01, target: 0.07 / 0.3 })
    assert.ok(outcome.status === 'optimal')
    assert.equal(outcome.portfolio.sharpe!.toFixed(9), '0.233333333')
  })

  test('of 0 is where the return is the rate', () => {
    const outcome = targetSharpe(withCash, { riskFree: 0.02, target: 0 })
    assert.ok(outcome.status === 'optimal')
    assert.equal(outcome.portfolio.weights[1]!.toFixed(12), (1 / 7).toFixed(12))
  })

  test('is told to be out of reach where all of the frontier has the same', () => {
    const covariance = dense([0.04, 0.01], [0.01, 0.09])
    const problem = { covariance, expectedReturns: Float64Array.of(0.05, 0.05), budget: { min: 0.5, max: 1 } }
    assert.deepEqual(rangeOf(problem, { riskFree: 0, target: 5 }), ['0.280305955', '0.280305955'])
  })

  test('is that of the answer, and is refused only where no part of the frontier has it', () => {
    let met = 0
    fc.assert(
      fc.property(problems, questions, (problem, question) => {
        const outcome = targetSharpe(problem, question)
        if (outcome.status === 'optimal') {
          met++
          for (const { sharpe } of [outcome.portfolio, ...(outcome.alternatives ?? [])]) {
            assert.ok(Math.abs(sharpe! - question.target) <= 1e-9)
          }
        } else if (outcome.status === 'unreachable') {
          const whole = frontier(problem)
          assert.ok(whole.status === 'optimal')
          const ratios = whole.corners.flatMap((corner) =>
            corner.volatility > 1e-9 ? [(corner.return - question.riskFree) / corner.volatility] : [],
          )
          const ends = { lower: ratios[0]!, higher: ratios.at(-1)!, both: Math.min(ratios[0]!, ratios.at(-1)!) }
          assert.ok(!(question.target > ends[question.root] + 1e-9 && question.target < Math.max(...ratios) - 1e-9))
        }
      }),
      { numRuns: 300 },
    )
    assert.ok(met > 20)
  })
})
