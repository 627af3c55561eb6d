import type { Outcome } from '../outcome.ts'
import { checkedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { minimumAt } from './minimum.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'

/**
 * The weights of least V + L + C.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const outcome = minVolatility({ covariance })
 * assert.ok(outcome.status === 'optimal')
 * assert.deepEqual(Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(6)), ['0.200000', '0.800000'])
 * ```
 *
 * Source: H. Markowitz, "The Optimization of a Quadratic Function Subject to Linear Constraints", Naval Research Logistics
 * Quarterly 3, 1956.
 *
 * @throws OptimizerInputError for a problem that is not well formed
 */
export function minVolatility(problem: Problem, options: Options = {}): Outcome {
  checkOptions(options)
  const program = programOf(checkedProblem(problem, options.psd), { l2Weight: 1, costWeight: 0.5, gain: 'none' })
  return minimumAt(program, 0, { options, riskFree: options.ratioRiskFree })
}
