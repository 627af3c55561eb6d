import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Problem } from '../problem/problem.ts'
import { drawnProblem } from '../trial/drawn-problem.ts'
import type { Corner } from './frontier.ts'
import { frontier } from './frontier.ts'
import { weightsAtLambda } from './frontier-points.ts'
import { maxSharpe } from './max-sharpe.ts'
import { measuredPortfolio } from './measured-portfolio.ts'
import { minVolatility } from './min-volatility.ts'

function cornersOf(problem: Problem): Corner[] {
  const outcome = frontier(problem)
  if (outcome.status === 'optimal') return outcome.corners
  assert.equal(outcome.status, 'infeasible')
  return []
}

/** Return and volatility of three points on each part of the frontier, from its beginning up. */
function points(problem: Problem): { return: number; volatility: number }[] {
  const corners = cornersOf(problem)
  return corners.flatMap((corner, k) => {
    const next = corners[k + 1]
    if (next === undefined || next.lambdaFrom === corner.lambdaTo) return [corner]
    const inner = [1 / 3, 2 / 3].map((share) => corner.lambdaTo + share * (next.lambdaFrom - corner.lambdaTo))
    const between = inner.map((lambda) => measuredPortfolio(problem, weightsAtLambda(corners, lambda)))
    return [corner, ...between.map((portfolio) => ({ return: portfolio.return!, volatility: portfolio.volatility }))]
  })
}

/** Without what makes return and volatility alone no measure of a point. */
const plain = drawnProblem.map(({ costs: _costs, l2: _l2, ...problem }): Problem => problem)

const frozen = (problem: Problem): string =>
  JSON.stringify(problem, (_, value: unknown) => (value instanceof Float64Array ? [...value] : value))

/** The same problem with its assets in the other order. */
function mirrored({ covariance, expectedReturns, groups, ...problem }: Problem): Problem {
  const { n, data } = covariance
  const turned = groups?.map(({ members, ...group }) => ({ ...group, members: members.map((asset) => n - 1 - asset) }))
  return {
    ...problem,
    covariance: { kind: 'dense', n, data: data.toReversed() },
    expectedReturns: expectedReturns!.toReversed(),
    ...(turned === undefined ? {} : { groups: turned }),
  }
}

describe('a frontier', () => {
  test('takes more and more risk for the same return: the variance is convex in it', () => {
    fc.assert(
      fc.property(plain, (problem) => {
        const passed = points(problem)
        for (let k = 2; k < passed.length; k++) {
          const [low, middle, high] = passed.slice(k - 2, k + 1).map((point) => ({ x: point.return, y: point.volatility ** 2 }))
          if (high!.x - low!.x < 1e-9) continue
          const share = (middle!.x - low!.x) / (high!.x - low!.x)
          const chord = low!.y + share * (high!.y - low!.y)
          assert.ok(middle!.y <= chord + 1e-12, `point ${k}: ${middle!.y} is above ${chord}`)
        }
      }),
    )
  })

  test('has ratios that rise to one that is greatest, and fall from there', () => {
    fc.assert(
      fc.property(plain, (problem) => {
        const riskFree = 0.01
        const ratios = points(problem)
          .filter(({ volatility }) => volatility > 1e-6)
          .map((point) => (point.return - riskFree) / point.volatility)
        const best = Math.max(...ratios)
        const at = ratios.indexOf(best)
        const size = 1e-9 * Math.max(1, Math.abs(best))
        if (best <= 0) return
        for (let k = 1; k < ratios.length; k++) {
          const step = ratios[k]! - ratios[k - 1]!
          if (ratios[k - 1]! > 0) assert.ok(k <= at ? step >= -size : step <= size, `ratio ${k} of ${ratios.join(', ')}`)
        }
        const tangency = maxSharpe(problem, { riskFree })
        if (tangency.status === 'optimal') assert.ok(tangency.portfolio.sharpe! >= best - size)
      }),
    )
  })
})

describe('every objective', () => {
  test('finds the same in any order of the assets, and leaves the problem as it was', () => {
    fc.assert(
      fc.property(plain, (problem) => {
        const before = frozen(problem)
        const [here, there] = [minVolatility(problem), minVolatility(mirrored(problem))]
        assert.equal(here.status, there.status)
        if (here.status === 'optimal' && there.status === 'optimal') {
          assert.ok(Math.abs(here.portfolio.volatility ** 2 - there.portfolio.volatility ** 2) <= 1e-13)
        }
        const [one, other] = [cornersOf(problem), cornersOf(mirrored(problem))]
        assert.ok(Math.abs((one.at(-1)?.return ?? 0) - (other.at(-1)?.return ?? 0)) <= 1e-13)
        assert.equal(frozen(problem), before)
      }),
    )
  })

  test('has the same weights in any unit: a covariance times a power of four, returns times its root', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: -12, max: 12 }), (problem, power) => {
        const { covariance, expectedReturns } = problem
        const scaled = {
          ...problem,
          covariance: { ...covariance, data: covariance.data.map((value) => value * 4 ** power) },
          expectedReturns: expectedReturns!.map((value) => value * 2 ** power),
        }
        assert.deepEqual(
          cornersOf(scaled).map(({ weights }) => weights),
          cornersOf(problem).map(({ weights }) => weights),
        )
      }),
    )
  })
})
