import { argumentOf } from '../shapes.ts'
import { soundVariance } from '../covariance/sound-variance.ts'
import { denseHessian, productOf } from '../engine/hessian.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { Outcome } from '../outcome.ts'
import { checkedProblem } from '../problem/checked-problem.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import type { CheckedRow } from '../problem/checked-rows.ts'
import { finiteArray } from '../asset-numbers.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { varianceOf } from './figures.ts'
import { minimumAt } from './minimum.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'
import { finiteParameter } from '../parameters.ts'

export interface MinTrackingErrorQuestion {
  /** Weights to stay close to; shape [n]. They need not be allowed themselves. */
  benchmark: Float64Array
  /** μ'w must be at least this. */
  minReturn?: number | undefined
}

/**
 * The weights of least tracking error √((w − b)'Σ(w − b)), where they need to earn something with a return of at least that.
 * Costs and penalties of the problem play no part.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const outcome = minTrackingError({ covariance, bounds: { lower: 0, upper: 0.7 } }, { benchmark: Float64Array.of(0.9, 0.1) })
 * assert.ok(outcome.status === 'optimal')
 * assert.deepEqual(Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(6)), ['0.700000', '0.300000'])
 * assert.equal(outcome.portfolio.trackingError!.toFixed(6), '0.044721')
 * ```
 *
 * @throws OptimizerInputError for a problem or benchmark that is not well formed, or a floor without expected returns
 */
export function minTrackingError(problem: Problem, question: MinTrackingErrorQuestion, options: Options = {}): Outcome {
  const { benchmark, minReturn } = argumentOf('question', question, ['benchmark', 'minReturn'])
  checkOptions(options)
  const checked = checkedProblem(problem, options.psd)
  const { n, name, covariance } = checked
  finiteArray('benchmark', benchmark, { n, name })
  const rows = [...checked.rows, ...floorRow(checked, minReturn)]
  const linear = productOf(denseHessian(covariance, null), benchmark).map((value) => -value)
  const program = programOf({ ...checked, rows }, { l2Weight: 0, costWeight: 0, gain: 'none', linear, reference: benchmark })
  const outcome = minimumAt(program, 0, { options, riskFree: options.ratioRiskFree })
  const portfolio = 'portfolio' in outcome ? outcome.portfolio : 'candidate' in outcome ? outcome.candidate : undefined
  if (portfolio !== undefined) portfolio.trackingError = trackingError(checked, portfolio.weights, benchmark)
  return outcome
}

function trackingError(checked: CheckedProblem, weights: Float64Array, benchmark: Float64Array): number {
  const apart = weights.map((weight, asset) => weight - benchmark[asset]!)
  return Math.sqrt(soundVariance(varianceOf(checked, apart), apart, checked.covariance))
}

function floorRow({ expectedReturns }: CheckedProblem, minReturn: number | undefined): CheckedRow[] {
  if (minReturn === undefined) return []
  finiteParameter('minReturn', minReturn)
  if (expectedReturns !== null) {
    return [
      { reference: { kind: 'row', name: 'minimum return' }, coefficients: expectedReturns, lower: minReturn, upper: Infinity },
    ]
  }
  throw new OptimizerInputError('empty', 'expectedReturns must be given where minReturn is, got none', {
    field: 'expectedReturns',
  })
}
