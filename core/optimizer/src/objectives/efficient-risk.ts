import { bracketedRoot } from '@portofino/numeric'
import type { Outcome } from '../outcome.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { OptimizerInputError } from '../input-error.ts'
import { portfolioOf } from './figures.ts'
import { minimumAt } from './minimum.ts'
import { onFrontier } from './on-frontier.ts'
import type { FrontierEnd } from './on-frontier.ts'
import type { Options } from './options.ts'
import { problemWithReturns } from './problem-with-returns.ts'

export interface EfficientRiskQuestion {
  /** Annual. */
  targetVolatility: number
  /** Default `atMost`; `equal` only without l2. */
  sense?: 'atMost' | 'equal'
}

const rounding = 1e-12

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
export function efficientRisk(
  problem: Problem,
  { targetVolatility, sense = 'atMost' }: EfficientRiskQuestion,
  options: Options = {},
): Outcome {
  if (!(targetVolatility >= 0 && Number.isFinite(targetVolatility))) {
    const message = `targetVolatility must be a finite number of at least 0, got ${targetVolatility}`
    throw new OptimizerInputError('out_of_range', message, { field: 'targetVolatility' })
  }
  const checked = problemWithReturns(problem)
  if (checked.l2 !== null) {
    if (sense === 'atMost') return withPenalty(checked, targetVolatility, options)
    throw new OptimizerInputError('out_of_range', 'sense "equal" has no exact answer with l2; use "atMost"', { field: 'sense' })
  }
  const target = targetVolatility ** 2
  const program = programOf(checked, { l2Weight: 0, costWeight: 0, gain: 'net-return' })
  return onFrontier(
    program,
    {
      ...(options.ratioRiskFree === undefined ? {} : { riskFree: options.ratioRiskFree }),
      excess: ({ spread }) => spread - target,
      lambdaOn: ({ spread: [constant, , square] }) => (target >= constant ? Math.sqrt((target - constant) / square) : NaN),
      above: (end) => slack(end),
      below: (end) => tooLow(end),
    },
    options,
  )

  function slack(end: FrontierEnd): Outcome {
    const outcome = end.itself()
    if (outcome.status !== 'optimal') return outcome
    const { volatility, return: most } = outcome.portfolio
    if (sense === 'equal' && target - end.station.spread > rounding * target) {
      return {
        status: 'unreachable',
        target: targetVolatility,
        range: [0, volatility],
        nearest: outcome.portfolio,
        best: outcome.portfolio,
      }
    }
    const message = `The highest return there is, ${most}, needs a volatility of ${volatility} only; the cap of ${targetVolatility} does not bind.`
    return { ...outcome, warnings: [...outcome.warnings, { code: 'slack_risk_cap', message }] }
  }

  function tooLow(end: FrontierEnd): Outcome {
    const outcome = end.itself()
    if (outcome.status !== 'optimal' || end.station.spread - target <= rounding * end.station.spread) return outcome
    const { portfolio } = outcome
    return {
      status: 'unreachable',
      target: targetVolatility,
      range: [portfolio.volatility, Infinity],
      nearest: portfolio,
      best: portfolio,
    }
  }
}

/** With L the optimum lies on no frontier of a fixed Hessian: λ of ½V − λ(μ'w − C − L) is searched. */
function withPenalty(checked: CheckedProblem, targetVolatility: number, options: Options): Outcome {
  const target = targetVolatility ** 2
  const at = (lambda: number): Outcome =>
    minimumAt(programOf(checked, { l2Weight: 2 * lambda, costWeight: 0, gain: 'net-return' }), lambda, {
      options,
      riskFree: options.ratioRiskFree,
    })
  let failure: Outcome | null = null
  const excessAt = (lambda: number): number => {
    const outcome = at(lambda)
    if (outcome.status === 'optimal') return outcome.portfolio.volatility ** 2 - target
    failure ??= outcome
    return 0
  }
  const least = at(0)
  if (least.status !== 'optimal') return least
  if (least.portfolio.volatility ** 2 > target * (1 + rounding)) {
    const { portfolio } = least
    return {
      status: 'unreachable',
      target: targetVolatility,
      range: [portfolio.volatility, Infinity],
      nearest: portfolio,
      best: portfolio,
    }
  }
  const most = withoutCap(checked, options)
  if (most !== null && most.portfolio.volatility ** 2 <= target) return most
  if (least.portfolio.volatility ** 2 >= target) return least
  let high = 1
  while (failure === null && excessAt(high) < 0) high *= 4
  if (failure !== null) return failure
  const lambda = bracketedRoot(excessAt, { low: 0, high })
  return failure ?? at(lambda)
}

type Optimal = Extract<Outcome, { status: 'optimal' }>

/** The weights of greatest μ'w − C − L, whatever the risk; null where there is no greatest. */
function withoutCap(checked: CheckedProblem, options: Options): Optimal | null {
  const flat = { ...checked, covariance: new Float64Array(checked.n ** 2) }
  const linear = checked.expectedReturns!.map((value) => -value)
  const outcome = minimumAt(programOf(flat, { l2Weight: 2, costWeight: 1, gain: 'none', linear }), 0, { options })
  if (outcome.status !== 'optimal') return null
  const portfolio = portfolioOf(checked, outcome.portfolio.weights, options.ratioRiskFree)
  const message = `The best without a cap needs a volatility of ${portfolio.volatility} only; the cap does not bind.`
  return { ...outcome, portfolio, warnings: [...outcome.warnings, { code: 'slack_risk_cap', message }] }
}
