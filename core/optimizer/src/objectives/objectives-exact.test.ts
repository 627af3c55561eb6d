import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  fractionNumber,
  multiplyFractions,
  subtractFractions,
  zero,
} from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { ExactOptima } from '../oracle/exact-optimum.ts'
import { exactly } from '../oracle/exact-solution.ts'
import type { Outcome } from '../outcome.ts'
import { far, wholeNumberProblem } from '../trial/whole-number-problem.ts'
import type { WholeNumberProblem } from '../trial/whole-number-problem.ts'
import { efficientReturn } from './efficient-return.ts'
import { maxSharpe } from './max-sharpe.ts'
import { maxUtility } from './max-utility.ts'
import { minTrackingError } from './min-tracking-error.ts'
import { minVolatility } from './min-volatility.ts'

const dot = (a: readonly Fraction[], b: readonly Fraction[]): Fraction =>
  a.reduce((total, value, k) => addFractions(total, multiplyFractions(value, b[k]!)), zero)
const scaled = (values: readonly Fraction[], factor: Fraction): Fraction[] =>
  values.map((value) => multiplyFractions(value, factor))
const still = (values: readonly Fraction[]): Fraction[] => values.map(() => zero)

/** Σw. */
function risksOf({ exact }: WholeNumberProblem, weights: readonly Fraction[]): Fraction[] {
  return exact.covariance.map((line) =>
    dot(
      line.map((value) => fraction(value)),
      weights,
    ),
  )
}

function assertClose(outcome: Outcome, expected: readonly Fraction[] | null, failure = 'infeasible'): void {
  if (expected === null) return assert.equal(outcome.status, failure)
  assert.ok(outcome.status === 'optimal', outcome.status)
  const { weights } = outcome.portfolio
  expected.forEach((value, i) => assert.ok(Math.abs(weights[i]! - fractionNumber(value)) <= 1e-12, `asset ${i}`))
}

/** Where an outcome has weights, what the exact optimum is likely to be close to. */
const near = (outcome: Outcome): Float64Array | undefined =>
  outcome.status === 'optimal' ? outcome.portfolio.weights : undefined

const drawn = wholeNumberProblem({ min: 1, max: 6 })
const part = fc.integer({ min: -16, max: 48 }).map((count) => count / 32)

describe('what exact fractions find is', () => {
  test('the portfolio of least volatility, and the one of greatest utility', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(0.25, 1, 4, 16), (whole, riskAversion) => {
        const optima = new ExactOptima(whole.exact)
        const [least, most] = [minVolatility(whole.problem), maxUtility(whole.problem, { riskAversion })]
        assertClose(least, optima.at(still(whole.returns), near(least)))
        if (least.status === 'infeasible') return assert.equal(most.status, 'infeasible')
        assertClose(most, optima.at(scaled(whole.returns, exactly(1 / riskAversion)), near(most)))
      }),
      { numRuns: 30 },
    )
  })

  test('the portfolio closest to a benchmark', () => {
    fc.assert(
      fc.property(drawn, fc.array(part, { minLength: 6, maxLength: 6 }), (whole, parts) => {
        const benchmark = parts.slice(0, whole.returns.length)
        const outcome = minTrackingError(whole.problem, { benchmark: Float64Array.from(benchmark) })
        const optima = new ExactOptima(whole.exact)
        assertClose(outcome, optima.at(risksOf(whole, benchmark.map(exactly)), near(outcome)))
      }),
      { numRuns: 25 },
    )
  })

  test('the portfolio of least volatility with a return of at least, or exactly, so much', () => {
    const returns = fc.integer({ min: -9_000, max: 9_000 }).map((count) => count / 1000)
    fc.assert(
      fc.property(drawn, returns, fc.boolean(), (whole, targetReturn, isEqual) => {
        const outcome = efficientReturn(whole.problem, { targetReturn, sense: isEqual ? 'equal' : 'atLeast' })
        const lower = exactly(targetReturn)
        const row = { coefficients: whole.returns.map(({ numerator }) => numerator), lower, upper: isEqual ? lower : far }
        const optima = new ExactOptima({ ...whole.exact, rows: [...whole.exact.rows, row] })
        const isPossible = outcome.status !== 'infeasible'
        assertClose(outcome, optima.at(still(whole.returns), near(outcome)), isPossible ? 'unreachable' : 'infeasible')
      }),
      { numRuns: 25 },
    )
  })

  test('the portfolio of the greatest Sharpe ratio', () => {
    let found = 0
    fc.assert(
      fc.property(drawn, fc.integer({ min: -20, max: 8 }), (whole, riskFree) => {
        const outcome = maxSharpe(whole.problem, { riskFree })
        const optima = new ExactOptima(whole.exact)
        if (outcome.status === 'infeasible') return assert.equal(optima.at(still(whole.returns)), null)
        const rate = fraction(BigInt(riskFree))
        if (outcome.status === 'noTangency') {
          const best = optima.at(scaled(whole.returns, fraction(10n ** 9n)))!
          return assert.ok(compareFractions(dot(best, whole.returns), rate) <= 0)
        }
        assertClose(outcome, tangency(whole, optima, { rate, outcome }))
        found++
      }),
      { numRuns: 30 },
    )
    assert.ok(found > 1, `${found} have one`)
  })
})

/** Where λ·(μ'w − rate) = w'Σw on the frontier: there a line from the rate touches it. */
function tangency(
  whole: WholeNumberProblem,
  optima: ExactOptima,
  { rate, outcome }: { rate: Fraction; outcome: Outcome },
): Fraction[] {
  assert.ok(outcome.status === 'optimal', outcome.status)
  const { weights, volatility, return: mean } = outcome.portfolio
  const lambda = volatility ** 2 / (mean! - fractionNumber(rate))
  const excessOf = (at: readonly Fraction[]): Fraction => subtractFractions(dot(at, whole.returns), rate)
  const optimum = (at: Fraction): Fraction[] => optima.at(scaled(whole.returns, at), weights)!
  for (const step of [2 ** -20, -(2 ** -20)]) {
    const [first, second] = [exactly(lambda), exactly(lambda * (1 + step))]
    const [from, to] = [optimum(first), optimum(second)]
    // At λ = 0 of the line that both are on; there V / (μ'w − rate) is the λ that the whole line has in common.
    const share = divideFractions(first, subtractFractions(second, first))
    const start = from.map((value, i) => subtractFractions(value, multiplyFractions(share, subtractFractions(to[i]!, value))))
    const touching = divideFractions(dot(start, risksOf(whole, start)), excessOf(start))
    const there = optimum(touching)
    const gap = subtractFractions(multiplyFractions(touching, excessOf(there)), dot(there, risksOf(whole, there)))
    if (compareFractions(gap, zero) === 0) return there
  }
  throw new Error(`Cannot find the tangency: it is not on a line of the frontier, got λ near ${lambda}`)
}
