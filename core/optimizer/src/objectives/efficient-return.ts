import { largestOf, sizeOfTerms } from '../engine/vectors.ts'
import { argumentOf } from '../shapes.ts'
import type { Failure, Outcome, Portfolio } from '../outcome.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'
import { affineAt, programOf } from '../problem/program.ts'
import { endTolerance } from './end-tolerance.ts'
import { portfolioOf } from './figures.ts'
import { minimumAt } from './minimum.ts'
import { onFrontier } from './on-frontier.ts'
import { isSpoiled } from './soundest.ts'
import { checkOptions, withoutWarmState } from './options.ts'
import type { Options } from './options.ts'
import { chosenParameter, finiteParameter } from '../parameters.ts'
import { problemWithReturns } from './problem-with-returns.ts'

export interface EfficientReturnQuestion {
  /** Annual, before costs. */
  targetReturn: number
  /** Default `atLeast`. */
  sense?: 'atLeast' | 'equal' | undefined
}

/** Weights of the frontier that miss the target by more are looked for with the return as a row, which is slower. */
const leastRounding = 1e-14

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
  const { targetReturn, sense = 'atLeast' } = argumentOf('question', question, ['targetReturn', 'sense'])
  checkOptions(options)
  finiteParameter('targetReturn', targetReturn)
  chosenParameter('sense', sense, ['atLeast', 'equal'])
  const checked = problemWithReturns(problem, options.psd)
  const asked = { target: targetReturn, sense, options }
  return sense === 'equal' ? withRow(checked, asked) : fromFrontier(checked, asked)
}

interface Asked {
  target: number
  sense: 'atLeast' | 'equal'
  options: Options
}

function fromFrontier(checked: CheckedProblem, asked: Asked): Outcome {
  const { target, options } = asked
  const program = programOf(checked, { l2Weight: 1, costWeight: 0.5, gain: 'return' })
  let isSlack = false
  const outcome = onFrontier(
    program,
    {
      riskFree: options.ratioRiskFree,
      excess: ({ gain }) => gain - target,
      lambdaOn: ({ gain: [gain, slope] }) => (target - gain) / slope,
      correction: ({ x }, { gain: [, slope] }) => (target - affineAt(program.gain, x)) / slope,
      above: (end) => end.itself(),
      below: (end) => {
        isSlack = true
        const beginning = end.itself()
        // There the return does not bind, and least risk has ways of its own.
        return beginning.status === 'optimal' ? beginning : minimumAt(program, 0, { options, riskFree: options.ratioRiskFree })
      },
      within: () => withRow(checked, asked),
      endless: () => withRow(checked, asked),
    },
    options,
  )
  if (outcome.status !== 'optimal') return isSpoiled(outcome) ? withRow(checked, asked) : outcome
  const { beyond, size } = returnBeyond(checked, outcome.portfolio, target)
  if ((isSlack && beyond > 0) || Math.abs(beyond) <= leastRounding * size) return outcome
  const closer = withRow(checked, asked)
  return isSpoiled(closer) && Math.abs(beyond) <= endTolerance * size ? outcome : closer
}

/** How far a return is above the target, and the size of what it is summed from. */
function returnBeyond(
  { expectedReturns }: CheckedProblem,
  { weights, return: found }: Portfolio,
  target: number,
): { beyond: number; size: number } {
  return { beyond: found! - target, size: Math.abs(target) + sizeOfTerms(weights, expectedReturns!) }
}

/** The program with the return as one more row: also where the frontier has a whole range of returns at one λ. */
function withRow(checked: CheckedProblem, asked: Asked): Outcome {
  const outcome = rowOutcome(checked, asked, 0)
  if (outcome.status === 'optimal') return outcome
  // At an end of what is reachable rounding decides whether there is a portfolio, and whether it can be proven.
  const size = Math.abs(asked.target) + largestOf(checked.expectedReturns!)
  const near = rowOutcome(checked, asked, endTolerance * size)
  if (near.status === 'optimal') return near
  return outcome.status === 'infeasible' ? unreachable(checked, asked, outcome) : outcome
}

/** @param tolerance by which the return may miss the target */
function rowOutcome(checked: CheckedProblem, { target, sense, options }: Asked, tolerance: number): Outcome {
  const reference = { kind: 'row' as const, name: 'target return' }
  const limits = { lower: target - tolerance, upper: sense === 'equal' ? target + tolerance : Infinity }
  const row = { reference, coefficients: checked.expectedReturns!, ...limits }
  const program = programOf({ ...checked, rows: [...checked.rows, row] }, { l2Weight: 1, costWeight: 0.5, gain: 'none' })
  return minimumAt(program, 0, { options: withoutWarmState(options), riskFree: options.ratioRiskFree })
}

/** With the range of returns that can be reached, without an end where they have none; or why there is no return at all. */
function unreachable(checked: CheckedProblem, { target, options }: Asked, outcome: Outcome): Outcome {
  const program = programOf(checked, { l2Weight: 1, costWeight: 0.5, gain: 'none' })
  const any = minimumAt(program, 0, { options: withoutWarmState(options) })
  if (any.status !== 'optimal') return any
  const [least, most] = [extremeReturn(checked, -1, options), extremeReturn(checked, 1, options)]
  if ('status' in least) return least
  if ('status' in most) return most
  const isAbove = target - least.value > most.value - target
  const [near, far] = isAbove ? [most, least] : [least, most]
  const nearest = near.portfolio ?? far.portfolio
  if (nearest === null) return outcome
  return { status: 'unreachable', target, range: [least.value, most.value], nearest, best: most.portfolio ?? nearest }
}

interface Extreme {
  value: number
  /** Null where there is no end. */
  portfolio: Portfolio | null
}

/** The highest or lowest return, or why there is none. */
function extremeReturn(checked: CheckedProblem, sign: 1 | -1, options: Options): Extreme | Failure {
  const linear = checked.expectedReturns!.map((value) => -sign * value)
  // Where nothing earns anything all returns are the same, and the least risk tells which weights to take.
  const covariance = linear.every((value) => value === 0) ? checked.covariance : new Float64Array(checked.n * checked.n)
  const flat = { ...checked, covariance, l2: null, costs: null }
  const outcome = minimumAt(programOf(flat, { l2Weight: 0, costWeight: 0, gain: 'none', linear }), 0, {
    options: { maxSteps: options.maxSteps },
  })
  if (outcome.status === 'unbounded') return { value: sign * Infinity, portfolio: null }
  if (outcome.status !== 'optimal') return outcome
  const portfolio = portfolioOf(checked, outcome.portfolio.weights, options.ratioRiskFree)
  return { value: portfolio.return!, portfolio }
}
