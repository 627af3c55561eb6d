import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { fraction, fractionNumber } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { exactly } from '../oracle/exact-solution.ts'
import { exactOptimum } from '../oracle/exact-optimum.ts'
import type { ExactProblem } from '../oracle/exact-optimum.ts'
import type { Group, Problem } from '../problem/problem.ts'
import { frontier } from './frontier.ts'
import { weightsAtLambda } from './frontier-points.ts'

interface Drawn {
  n: number
  /** Whole numbers: entries of a matrix G, with G'G + I as the covariance. */
  loadings: number[][]
  returns: number[]
  /** Bounds and limits in 32nds, which are exact: whether 0.1 + 3 × 0.3 reaches 1 is no question of the optimizer. */
  cap: number
  floor: number
  group: { members: number[]; upper: number } | null
  /** Coefficients in whole numbers, the limit in 32nds. */
  row: { coefficients: number[]; lower: number } | null
}

const part = (count: number): number => count / 32

function covarianceOf({ n, loadings }: Drawn): number[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => loadings.reduce((total, row) => total + row[i]! * row[j]!, i === j ? 1 : 0)),
  )
}

function problemOf(drawn: Drawn): Problem {
  const { n, cap, floor, group, row, returns } = drawn
  const rows = row === null ? [] : [{ name: 'row', coefficients: Float64Array.from(row.coefficients), lower: part(row.lower) }]
  const groups: Group[] = group === null ? [] : [{ name: 'group', members: group.members, upper: part(group.upper) }]
  return {
    covariance: { kind: 'dense', n, data: Float64Array.from(covarianceOf(drawn).flat()) },
    expectedReturns: Float64Array.from(returns),
    bounds: { lower: part(floor), upper: part(cap) },
    groups,
    rows,
  }
}

const whole = (value: number): Fraction => fraction(BigInt(value))

function exactProblemOf(drawn: Drawn): ExactProblem {
  const { n, cap, floor, group, row, returns } = drawn
  const all = Array.from({ length: n }, (_, i) => i)
  const caps = all.map((i) => (group?.members.includes(i) === true ? 1 : 0))
  return {
    covariance: covarianceOf(drawn).map((entries) => entries.map(whole)),
    returns: returns.map(whole),
    lower: all.map(() => exactly(part(floor))),
    upper: all.map(() => exactly(part(cap))),
    rows: [
      { coefficients: all.map(() => whole(1)), lower: whole(1), upper: whole(1) },
      ...(group === null ? [] : [{ coefficients: caps.map(whole), lower: whole(-1000), upper: exactly(part(group.upper)) }]),
      ...(row === null
        ? []
        : [{ coefficients: row.coefficients.map(whole), lower: exactly(part(row.lower)), upper: whole(1000) }]),
    ],
  }
}

/** Up to six assets; the largest problems have a group or a row, not both, because every active set is tried. */
const drawn: fc.Arbitrary<Drawn> = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()).chain(([n, hasGroup]) => {
  const group = fc.record({ members: fc.uniqueArray(fc.nat(n - 1), { minLength: 1 }), upper: fc.integer({ min: 0, max: 32 }) })
  const row = fc.record({
    coefficients: fc.array(fc.integer({ min: -2, max: 3 }), { minLength: n, maxLength: n }),
    lower: fc.integer({ min: -32, max: 32 }),
  })
  return fc.record({
    n: fc.constant(n),
    loadings: fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }),
    returns: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n, maxLength: n }),
    cap: fc.integer({ min: Math.ceil(32 / n), max: 32 }),
    floor: fc.integer({ min: -16, max: 0 }),
    group: n < 5 || hasGroup ? fc.option(group) : fc.constant(null),
    row: n < 5 || !hasGroup ? fc.option(row) : fc.constant(null),
  })
})

describe('frontier', () => {
  test('is the one that exact fractions find by trying every active set', () => {
    fc.assert(
      fc.property(drawn, (problem) => {
        const outcome = frontier(problemOf(problem))
        const exact = exactProblemOf(problem)
        if (outcome.status !== 'optimal') {
          assert.equal(outcome.status, 'infeasible')
          assert.equal(exactOptimum(exact, fraction(0n)), null)
          return
        }
        const lambdas = outcome.corners.flatMap(({ lambdaFrom, lambdaTo }, k) => {
          const next = outcome.corners[k + 1]?.lambdaFrom
          const inside = Number.isFinite(lambdaTo) ? (lambdaFrom + lambdaTo) / 2 : lambdaFrom + 1
          return next === undefined ? [inside] : [lambdaFrom, inside, (lambdaTo + next) / 2]
        })
        for (const lambda of lambdas) {
          const expected = exactOptimum(exact, exactly(lambda))
          assert.ok(expected !== null)
          const weights = weightsAtLambda(outcome.corners, lambda)
          expected.forEach((value, i) =>
            assert.ok(Math.abs(weights[i]! - fractionNumber(value)) <= 1e-12, `λ = ${lambda}, asset ${i}`),
          )
        }
      }),
      { numRuns: 8 },
    )
  })
})
