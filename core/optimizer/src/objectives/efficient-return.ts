import { objectOf } from '../problem/shapes.ts'
import type { Outcome, Portfolio } from '../outcome.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'
import { minimumAt } from './minimum.ts'
import { onFrontier } from './on-frontier.ts'
import type { FrontierEnd } from './on-frontier.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'
import { chosenParameter, finiteParameter, problemWithReturns } from './problem-with-returns.ts'

export interface EfficientReturnQuestion {
  /** Annual, before costs. */
  targetReturn: number
  /** Default `atLeast`. */
  sense?: 'atLeast' | 'equal' | undefined
}

/** A target this close to the end of what is reachable, relative to its size, is that end. */
const rounding = 1e-12

/**
 * The weights of least V + L + C whose return μ'w is at least the target, or equal to it.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const outcome = efficientReturn({ covariance, expectedReturns: Float64Array.of(0.1, 0.04) }, { targetReturn: 0.07 })
 * assert.ok(outcome.status === 'optimal')
 * assert.equal(outcome.portfolio.return!.toFixed(12), '0.070000000000')
 * ```
 *
 * @throws OptimizerInputError for a problem that is not well formed, without expected returns, or a target that is not finite
 */
export function efficientReturn(problem: Problem, question: EfficientReturnQuestion, options: Options = {}): Outcome {
  const { targetReturn, sense = 'atLeast' } = objectOf('question', question)
  checkOptions(options)
  finiteParameter('targetReturn', targetReturn)
  chosenParameter('sense', sense, ['atLeast', 'equal'])
  const checked = problemWithReturns(problem, options.psd)
  if (sense === 'equal') return withRow(checked, { lower: targetReturn, upper: targetReturn }, options)
  const program = programOf(checked, { l2Weight: 1, costWeight: 0.5, gain: 'return' })
  return onFrontier(
    program,
    {
      riskFree: options.ratioRiskFree,
      excess: ({ gain }) => gain - targetReturn,
      lambdaOn: ({ gain: [gain, slope] }) => (targetReturn - gain) / slope,
      correction: (gain, { gain: [, slope] }) => (targetReturn - gain) / slope,
      above: (end) => aboveAll(end),
      below: (end) => end.itself(),
      within: () => withRow(checked, { lower: targetReturn, upper: Infinity }, options),
    },
    options,
  )

  function aboveAll(end: FrontierEnd): Outcome {
    const { gain } = end.station
    const isEnd = targetReturn - gain <= rounding * Math.max(Math.abs(targetReturn), Math.abs(gain))
    return isEnd ? end.itself() : unreachable(checked, targetReturn, { outcome: end.itself(), options })
  }
}

/** The program with the return as one more row: also where the frontier has a whole range of returns at one λ. */
function withRow(checked: CheckedProblem, limits: { lower: number; upper: number }, options: Options): Outcome {
  const reference = { kind: 'row' as const, name: 'target return' }
  const row = { reference, coefficients: checked.expectedReturns!, ...limits }
  const program = programOf({ ...checked, rows: [...checked.rows, row] }, { l2Weight: 1, costWeight: 0.5, gain: 'none' })
  const { warm: _, ...cold } = options
  const outcome = minimumAt(program, 0, { options: cold, riskFree: options.ratioRiskFree })
  return outcome.status === 'infeasible' ? unreachable(checked, limits.lower, { outcome, options }) : outcome
}

function unreachable(
  checked: CheckedProblem,
  target: number,
  { outcome, options }: { outcome: Outcome; options: Options },
): Outcome {
  const [least, most] = [-1, 1].map((sign) => extremeReturn(checked, sign, options))
  if (!least || !most) return outcome
  const nearest = target > most.return! ? most : least
  return { status: 'unreachable', target, range: [least.return!, most.return!], nearest, best: most }
}

/** The weights of highest or lowest return; null where there are none or no end. */
function extremeReturn(checked: CheckedProblem, sign: number, options: Options): Portfolio | null {
  const linear = checked.expectedReturns!.map((value) => -sign * value)
  const flat = { ...checked, covariance: new Float64Array(checked.n * checked.n), l2: null, costs: null }
  const outcome = minimumAt(programOf(flat, { l2Weight: 0, costWeight: 0, gain: 'none', linear }), 0, {
    options: { maxSteps: options.maxSteps },
  })
  return outcome.status === 'optimal' ? portfolioOf(checked, outcome.portfolio.weights, options.ratioRiskFree) : null
}
