import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { boxedProblem } from '../trial/boxed-problem.ts'
import { degenerateFamilies, sample } from '../trial/degenerate-families.ts'
import { followedMinimum } from './followed-minimum.ts'
import { likelyMinimum } from './likely-minimum.ts'
import { minVolatility } from './min-volatility.ts'

/** Least volatility, and greatest utility. */
const times = [0, 0.25]

function programAt(problem: Problem, t: number): ReturnType<typeof programOf> {
  return programOf(checkedProblem(problem), { l2Weight: 1, costWeight: 0.5, gain: t === 0 ? 'none' : 'net-return' })
}

/** Whether there was a likely answer, which then must have the bits of the one that the path leads to. */
function isSame(problem: Problem, t: number): boolean {
  const program = programAt(problem, t)
  const likely = likelyMinimum(program, t, { options: {} })
  if (likely === null) return false
  const followed = followedMinimum(program, t, { options: {} })
  assert.ok(followed.status === 'optimal' && followed.certificate.unique)
  assert.deepEqual(likely.portfolio, followed.portfolio)
  return true
}

describe('the likely minimum', () => {
  test('has the bits of the one that the path leads to, with any bounds and budget', () => {
    let answered = 0
    for (let seed = 0; seed < 1200; seed++) {
      for (const t of times) if (isSame(boxedProblem(seed), t)) answered += 1
    }
    assert.ok(answered > 1200, `${answered} of 2400 answered`)
  })

  test('has them in degenerate problems', () => {
    for (const n of [2, 3, 5, 8]) {
      for (const t of times) for (const problem of Object.values(degenerateFamilies(n, 7 * n))) isSame(problem, t)
    }
  })

  test('is there where no bound matters, and where nearly all do', () => {
    const covariance = sample(40, { periods: 120, seed: 3 })
    for (const bounds of [
      { lower: -Infinity, upper: Infinity },
      { lower: -1, upper: 1 },
      { lower: 0, upper: 1 },
      { lower: 0, upper: 0.03 },
      { lower: 0.02, upper: 0.04 },
      { lower: -0.05, upper: 0.05 },
    ]) {
      assert.ok(isSame({ covariance, bounds }, 0), JSON.stringify(bounds))
    }
  })

  test('is not there with more rows, with several answers, and with none', () => {
    const covariance = sample(4, { periods: 12, seed: 3 })
    const problems: Problem[] = [
      { covariance, groups: [{ name: 'first', members: [0, 1], upper: 0.4 }] },
      { covariance, budget: { min: 0.9, max: 1 } },
      { covariance, bounds: { lower: 0, upper: 0.2 } },
      { covariance: { kind: 'dense', n: 2, data: Float64Array.of(0.04, 0.04, 0.04, 0.04) } },
    ]
    for (const problem of problems) assert.equal(likelyMinimum(programAt(problem, 0), 0, { options: {} }), null)
  })

  test('counts its steps, and takes no more than are allowed', () => {
    const problem: Problem = { covariance: sample(30, { periods: 90, seed: 5 }) }
    const outcome = minVolatility(problem)
    assert.ok(outcome.status === 'optimal' && outcome.certificate.steps > 10)
    assert.equal(minVolatility(problem, { maxSteps: 3 }).status, 'stepLimit')
  })
})
