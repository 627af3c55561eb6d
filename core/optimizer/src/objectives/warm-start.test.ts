import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Optimal, Outcome, WarmState } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { drawnProblem, randomFrom } from '../trial/drawn-problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minVolatility } from './min-volatility.ts'
import type { Options } from './options.ts'

const objectives: readonly ((problem: Problem, options?: Options) => Outcome)[] = [
  minVolatility,
  (problem, options) => maxUtility(problem, { riskAversion: 3 }, options),
  (problem, options) => maxSharpe(problem, { riskFree: 0.01 }, options),
  (problem, options) => efficientReturn(problem, { targetReturn: 0.05 }, options),
]

/** The same problem on another day: every estimate moves by some percent. */
function moved(problem: Problem, random: () => number): Problem {
  const factor = (): number => 1 + 0.02 * (random() - 0.5)
  const scales = Array.from(problem.expectedReturns!, factor)
  const { n, data } = problem.covariance
  return {
    ...problem,
    expectedReturns: problem.expectedReturns!.map((value) => value * factor()),
    covariance: { kind: 'dense', n, data: data.map((value, k) => value * scales[Math.floor(k / n)]! * scales[k % n]!) },
  }
}

describe('a warm start', () => {
  test('gives the bits of a cold one, through whole sequences of days', () => {
    fc.assert(
      fc.property(drawnProblem, fc.nat(objectives.length - 1), fc.integer(), (first, choice, seed) => {
        const objective = objectives[choice]!
        const random = randomFrom(seed)
        let [problem, warm] = [first, null as WarmState | null]
        for (let day = 0; day < 3; day++) {
          const cold = objective(problem)
          const again = objective(problem, warm === null ? {} : { warm })
          assert.equal(again.status, cold.status)
          if (cold.status === 'optimal') assertSame(again as Optimal, cold)
          warm = cold.status === 'optimal' ? cold.warm : null
          problem = moved(problem, random)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('from a text that does not fit is a cold one', () => {
    const problem: Problem = { covariance: { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) } }
    const cold = minVolatility(problem)
    assert.ok(cold.status === 'optimal')
    for (const warm of [
      { columns: '0', rows: '-' },
      { columns: '0x', rows: '-' },
      { columns: '++', rows: '-' },
      { columns: '00', rows: '0' },
    ]) {
      const again = minVolatility(problem, { warm })
      assert.ok(again.status === 'optimal')
      assert.deepEqual(again.portfolio, cold.portfolio)
    }
  })
})

/** Where several weights are as good, either may be given; the objective is the same then. */
function assertSame(warm: Optimal, cold: Optimal): void {
  if (cold.certificate.unique && warm.certificate.unique) assert.deepEqual(warm.portfolio, cold.portfolio)
  else assert.ok(Math.abs(warm.portfolio.volatility - cold.portfolio.volatility) <= 1e-6)
}
