import { argumentOf } from '../shapes.ts'
import { aboveZero, numberParameter } from '../parameters.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { minimumAt } from './minimum.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'
import { problemWithReturns } from './problem-with-returns.ts'

export interface MaxUtilityQuestion {
  /** δ, above 0: an annual variance of 0.01 costs as much as a return of δ·0.005. */
  riskAversion: number
}

/** λ is its inverse. */
const divisor = { rule: 'a finite number above 1e-300', holds: (value: number): boolean => value > 1e-300 }

/**
 * The weights of greatest μ'w − C − L − (δ/2)·V.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const problem = { covariance, expectedReturns: Float64Array.of(0.08, 0.03), budget: null, bounds: { lower: 0, upper: 10 } }
 * const outcome = maxUtility(problem, { riskAversion: 2 })
 * assert.ok(outcome.status === 'optimal')
 * assert.deepEqual(Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(6)), ['1.000000', '1.500000'])
 * ```
 *
 * @throws OptimizerInputError for a problem that is not well formed, without expected returns, or another δ
 */
export function maxUtility(problem: Problem, question: MaxUtilityQuestion, options: Options = {}): Outcome {
  const { riskAversion } = argumentOf('question', question, ['riskAversion'])
  numberParameter('riskAversion', riskAversion, aboveZero)
  numberParameter('riskAversion', riskAversion, divisor)
  checkOptions(options)
  const checked = problemWithReturns(problem, options.psd)
  const program = programOf(checked, { l2Weight: 2 / riskAversion, costWeight: 0, gain: 'net-return' })
  return minimumAt(program, 1 / riskAversion, { options, riskFree: options.ratioRiskFree })
}
