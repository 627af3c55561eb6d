import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Optimal, Outcome, WarmState } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { drawnProblem, randomFrom } from '../trial/drawn-problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { efficientRisk } from './efficient-risk.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'
import type { Options } from './options.ts'
import { targetSharpe } from './target-sharpe.ts'

const evenly = (n: number): Float64Array => new Float64Array(n).fill(1 / n)

const objectives: readonly ((problem: Problem, options?: Options) => Outcome)[] = [
  minVolatility,
  (problem, options) => maxUtility(problem, { riskAversion: 3 }, options),
  (problem, options) => maxSharpe(problem, { riskFree: 0.01 }, options),
  (problem, options) => efficientReturn(problem, { targetReturn: 0.05 }, options),
  (problem, options) => efficientRisk(problem, { targetVolatility: 0.15 }, options),
  (problem, options) => targetSharpe(problem, { riskFree: 0.01, target: 0.4, root: 'both' }, options),
  (problem, options) => minTrackingError(problem, { benchmark: evenly(problem.covariance.n), minReturn: 0.04 }, options),
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

/** With a limit or a cost more, or without the one that is there. States of another shape, or of another meaning, come of it. */
function limited(problem: Problem, random: () => number): Problem {
  const { n } = problem.covariance
  const { groups, turnover, costs, ...rest } = problem
  const [hasGroups, hasTurnover, hasCosts] = [groups, turnover, costs].map((has, k) =>
    Math.floor(4 * random()) === k ? has === undefined : has !== undefined,
  )
  const from = evenly(n)
  return {
    ...rest,
    ...(hasGroups === true ? { groups: groups ?? [{ name: 'ends', members: n === 1 ? [0] : [0, n - 1], upper: 0.6 }] } : {}),
    ...(hasTurnover === true ? { turnover: turnover ?? { from, max: random() } } : {}),
    ...(hasCosts === true ? { costs: costs ?? { from, rate: 0.02 * random() } } : {}),
  }
}

/** Of a cold start and a warm one each day; how many answers of warm ones were compared. */
function comparedDays(first: Problem, { objective, random, next }: Sequence): number {
  let [problem, warm, compared] = [first, null as WarmState | null, 0]
  for (let day = 0; day < 3; day++) {
    const cold = objective(problem)
    if (warm !== null) {
      const again = objective(problem, { warm })
      assert.equal(again.status, cold.status)
      if (cold.status === 'optimal') {
        assertSame(again as Optimal, cold)
        compared++
      }
    }
    warm = cold.status === 'optimal' ? cold.warm : warm
    problem = next(moved(problem, random), random)
  }
  return compared
}

interface Sequence {
  objective: (typeof objectives)[number]
  random: () => number
  /** What else of a problem changes from day to day. */
  next: (problem: Problem, random: () => number) => Problem
}

describe('a warm start', () => {
  for (const [what, numRuns, next] of [
    ['whole sequences of days', 1000, (problem: Problem) => problem],
    ['sequences in which limits and costs come and go', 300, limited],
  ] as const) {
    test(`gives the bits of a cold one, through ${what}`, () => {
      let compared = 0
      fc.assert(
        fc.property(drawnProblem, fc.nat(objectives.length - 1), fc.integer(), (first, choice, seed) => {
          compared += comparedDays(first, { objective: objectives[choice]!, random: randomFrom(seed), next })
        }),
        { numRuns },
      )
      assert.ok(compared > numRuns, `${compared} compared`)
    })
  }

  test('gives them, too, where a volatility is searched: a sequence that once differed', () => {
    const options = { numRuns: 1, seed: 2_083_280_633, path: '819' }
    fc.assert(
      fc.property(drawnProblem, fc.nat(objectives.length - 1), fc.integer(), (first, choice, seed) => {
        assert.ok(first.l2 !== undefined && objectives[choice] === objectives[4])
        comparedDays(first, { objective: objectives[choice]!, random: randomFrom(seed), next: (problem) => problem })
      }),
      options,
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

/**
 * Where several weights are as good, a start from one of them may end at another, though hardly ever does; their risks are the same, because
 * the optima of a convex program all have the same Σw.
 */
function assertSame(warm: Optimal, cold: Optimal): void {
  if (cold.certificate.unique && warm.certificate.unique) {
    assert.deepEqual(warm.portfolio, cold.portfolio)
    assert.deepEqual(warm.alternatives, cold.alternatives)
  } else assert.ok(Math.abs(warm.portfolio.volatility ** 2 - cold.portfolio.volatility ** 2) <= 1e-12)
}
