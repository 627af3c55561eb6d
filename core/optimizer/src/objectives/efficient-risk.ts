import { argumentOf } from '../shapes.ts'
import type { Failure, Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { OptimizerInputError } from '../input-error.ts'
import { endTolerance } from './end-tolerance.ts'
import { illConditioned } from './finish.ts'
import { frontier } from './frontier.ts'
import { onFrontier } from './on-frontier.ts'
import type { FrontierEnd, FrontierStretch } from './on-frontier.ts'
import { checkOptions, withoutWarmState } from './options.ts'
import type { Options } from './options.ts'
import { belowAll, riskWithPenalty } from './risk-with-penalty.ts'
import { chosenParameter, fromZero, numberParameter } from '../parameters.ts'
import { varianceAt } from './stretch.ts'
import { problemWithReturns } from './problem-with-returns.ts'

export interface EfficientRiskQuestion {
  /** Annual. */
  targetVolatility: number
  /** Default `atMost`; `equal` only without l2. */
  sense?: 'atMost' | 'equal' | undefined
}

/**
 * The weights of greatest μ'w − C − L whose volatility is at most the target, or equal to it.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const outcome = efficientRisk({ covariance, expectedReturns: Float64Array.of(0.1, 0.04) }, { targetVolatility: 0.15 })
 * assert.ok(outcome.status === 'optimal')
 * assert.equal(outcome.portfolio.volatility.toFixed(12), '0.150000000000')
 * ```
 *
 * @throws OptimizerInputError for a problem that is not well formed, without expected returns, a target below 0, or `equal` with l2
 */
export function efficientRisk(problem: Problem, question: EfficientRiskQuestion, options: Options = {}): Outcome {
  const { targetVolatility, sense = 'atMost' } = argumentOf('question', question, ['targetVolatility', 'sense'])
  numberParameter('targetVolatility', targetVolatility, fromZero)
  checkOptions(options)
  chosenParameter('sense', sense, ['atMost', 'equal'])
  const checked = problemWithReturns(problem, options.psd)
  if (checked.l2 !== null) {
    // A λ that is searched has the last bits of all answers on the way, which the start of each would change.
    if (sense === 'atMost') return riskWithPenalty(checked, targetVolatility, withoutWarmState(options))
    const message = 'sense must be "atMost" where there is l2, got "equal", which has no exact answer then'
    throw new OptimizerInputError('out_of_range', message, { field: 'sense' })
  }
  const target = targetVolatility * targetVolatility
  const reach = sense === 'equal' ? () => reachOf(problem, options) : null
  const program = programOf(checked, { l2Weight: 0, costWeight: 0, gain: 'net-return' })
  return onFrontier(
    program,
    {
      riskFree: options.ratioRiskFree,
      // Of portfolios without risk, between which gains jump, the last is the best.
      excess: ({ variance }) => (variance === 0 ? -1 : variance - target),
      lambdaOn: ({ variance: [constant, , square] }) =>
        target >= constant * (1 - endTolerance) ? Math.sqrt(Math.max(0, target - constant) / square) : NaN,
      correction: ({ x, lambda }, { variance: [, , square] }) =>
        lambda === 0 ? 0 : (target - varianceAt(program, x)) / (2 * square * lambda),
      above: (end) => slack(end, targetVolatility, reach),
      below: (end) => tooLow(end, targetVolatility, reach),
      within: (stretch) => endNearest(stretch, targetVolatility),
    },
    options,
  )
}

/** Where gains jump, variances do not: only rounding hides an answer that one of the ends is. */
function endNearest({ program, first, last }: FrontierStretch, targetVolatility: number): Outcome {
  const highest = last()
  if (highest.status !== 'optimal') return highest
  for (const outcome of [highest, first()]) {
    if (outcome.status !== 'optimal') return outcome
    if (Math.abs(outcome.portfolio.volatility - targetVolatility) <= endTolerance * targetVolatility) return outcome
  }
  return illConditioned(program, highest.portfolio, highest.certificate)
}

/** Volatilities of the frontier, from its beginning to its end, or why they are not known; null for a question that has more to choose from. */
type Reach = (() => [number, number] | Failure) | null

function reachOf(problem: Problem, { maxSteps, psd }: Options): [number, number] | Failure {
  const outcome = frontier(problem, { maxSteps, psd })
  if (outcome.status !== 'optimal') return outcome
  const { corners, ray } = outcome
  return [corners[0]!.volatility, ray === null ? corners.at(-1)!.volatility : Infinity]
}

/** The frontier ends below the cap. */
function slack({ itself }: FrontierEnd, targetVolatility: number, reach: Reach): Outcome {
  const outcome = itself()
  if (outcome.status !== 'optimal') return outcome
  const { portfolio } = outcome
  if (reach !== null && targetVolatility - portfolio.volatility > endTolerance * targetVolatility) {
    const range = reach()
    if ('status' in range) return range
    return { status: 'unreachable', target: targetVolatility, range, nearest: portfolio, best: portfolio }
  }
  const message = `The highest return there is, ${portfolio.return}, needs a volatility of ${portfolio.volatility} only; the cap of ${targetVolatility} does not bind.`
  return { ...outcome, warnings: [...outcome.warnings, { code: 'slack_risk_cap', message }] }
}

/** The frontier begins above the cap. */
function tooLow({ itself }: FrontierEnd, targetVolatility: number, reach: Reach): Outcome {
  const outcome = itself()
  if (outcome.status !== 'optimal') return outcome
  const { portfolio } = outcome
  if (portfolio.volatility - targetVolatility <= endTolerance * portfolio.volatility) return outcome
  const below = belowAll(portfolio, targetVolatility)
  const range = reach === null ? below.range : reach()
  return 'status' in range ? range : { ...below, range }
}
