import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fractionNumber, multiplyFractions } from '@portofino/numeric'
import { ExactOptima } from '../oracle/exact-optimum.ts'
import { exactly } from '../oracle/exact-solution.ts'
import { wholeNumberProblem } from '../trial/whole-number-problem.ts'
import type { WholeNumberProblem } from '../trial/whole-number-problem.ts'
import type { Corner } from './frontier.ts'
import { frontier } from './frontier.ts'
import { weightsAtLambda } from './frontier-points.ts'

/** Insides of all corners and segments first: they tell the oracle which active sets to try at the corners. */
function lambdasOf(corners: readonly Corner[]): number[] {
  const insides = corners.flatMap(({ lambdaFrom, lambdaTo }, k) => {
    const next = corners[k + 1]?.lambdaFrom
    const inside = Number.isFinite(lambdaTo) ? (lambdaFrom + lambdaTo) / 2 : lambdaFrom + 1
    return next === undefined ? [inside] : [inside, (lambdaTo + next) / 2]
  })
  return [...insides, ...corners.map(({ lambdaFrom }) => lambdaFrom)]
}

function assertExact({ problem, exact, returns }: WholeNumberProblem): void {
  const outcome = frontier(problem)
  const optima = new ExactOptima(exact)
  if (outcome.status !== 'optimal') {
    assert.equal(outcome.status, 'infeasible')
    const still = returns.map(() => exactly(0))
    assert.equal(optima.at(still), null)
    return
  }
  const { corners } = outcome
  for (const lambda of lambdasOf(corners)) {
    const weights = weightsAtLambda(corners, lambda)
    const share = exactly(lambda)
    const pull = returns.map((value) => multiplyFractions(value, share))
    const expected = optima.at(pull, weights)
    assert.ok(expected !== null)
    expected.forEach((value, i) => assert.ok(Math.abs(weights[i]! - fractionNumber(value)) <= 1e-12, `λ = ${lambda}, asset ${i}`))
  }
}

describe('frontier', () => {
  for (const [assets, numRuns] of [
    [{ min: 1, max: 4 }, 60],
    [{ min: 5, max: 6 }, 20],
  ] as const) {
    test(`is the one that exact fractions find, of ${assets.min} to ${assets.max} assets`, () => {
      fc.assert(fc.property(wholeNumberProblem(assets), assertExact), { numRuns })
    })
  }
})
