import { objectOf } from '../problem/shapes.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import { costOf, returnOf } from './figures.ts'
import { minVolatility } from './min-volatility.ts'
import { onFrontier } from './on-frontier.ts'
import type { FrontierEnd } from './on-frontier.ts'
import { checkOptions } from './options.ts'
import type { Options } from './options.ts'
import { chosenParameter, finiteParameter, problemWithReturns } from './problem-with-returns.ts'

export interface MaxSharpeQuestion {
  /** Annual. */
  riskFree: number
  /** What to answer, with a warning, where no portfolio earns more than the rate. */
  fallback?: 'minVolatility' | undefined
}

/**
 * The weights of greatest (μ'w − C − riskFree) / √(V + L): the point where a line from the rate touches the frontier.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const outcome = maxSharpe({ covariance, expectedReturns: Float64Array.of(0.1, 0.04) }, { riskFree: 0.02 })
 * assert.ok(outcome.status === 'optimal')
 * assert.deepEqual(Array.from(outcome.portfolio.weights, (weight) => weight.toFixed(6)), ['0.500000', '0.500000'])
 * ```
 *
 * Source: W. F. Sharpe, "The Sharpe Ratio", Journal of Portfolio Management 21, 1994; J. Tobin, "Liquidity Preference as
 * Behavior Towards Risk", Review of Economic Studies 25, 1958.
 *
 * @throws OptimizerInputError for a problem that is not well formed, without expected returns, or a rate that is not finite
 */
export function maxSharpe(problem: Problem, question: MaxSharpeQuestion, options: Options = {}): Outcome {
  const { riskFree, fallback } = objectOf('question', question)
  checkOptions(options)
  finiteParameter('riskFree', riskFree)
  if (fallback !== undefined) chosenParameter('fallback', fallback, ['minVolatility'])
  const program = programOf(problemWithReturns(problem, options.psd), { l2Weight: 1, costWeight: 0, gain: 'net-return' })
  return onFrontier(
    program,
    {
      riskFree,
      excess: ({ lambda, gain, spread }) =>
        spread === 0 ? gain - riskFree || -1 : significantDifference(lambda * (gain - riskFree), spread),
      lambdaOn: ({ gain: [gain], spread: [spread] }) => (gain > riskFree && spread > 0 ? spread / (gain - riskFree) : Infinity),
      above: (end) => withoutTangency(end),
      below: (end) => withoutRisk(end),
      within: (end) => withoutRisk(end),
    },
    options,
  )

  function withoutTangency(end: FrontierEnd): Outcome {
    if (fallback === 'minVolatility') {
      const { warm: _, ...cold } = options
      const outcome = minVolatility(problem, { ...cold, ratioRiskFree: riskFree })
      const message = `No portfolio earns more than the rate ${riskFree}; these are the weights of least volatility.`
      return outcome.status === 'optimal'
        ? { ...outcome, warnings: [...outcome.warnings, { code: 'fallback', message }] }
        : outcome
    }
    const best = end.itself()
    if (best.status !== 'optimal') return best
    const { weights } = best.portfolio
    const bestAssets = Array.from(weights.keys()).filter((asset) => weights[asset] !== 0)
    return { status: 'noTangency', riskFree, bestReturn: end.station.gain, bestAssets }
  }

  /** At λ = 0 there is no spread: where that earns more than the rate, any amount of it is better still. */
  function withoutRisk(end: FrontierEnd): Outcome {
    const riskless = end.itself()
    if (riskless.status !== 'optimal') return riskless
    const { weights } = riskless.portfolio
    const net = returnOf(end.program.problem, weights) - costOf(end.program.problem, weights)
    return net > riskFree ? { status: 'unbounded', ray: weights } : withoutTangency(end)
  }
}

/** Zero within rounding: along a ray from no portfolio at all every point has the same ratio. */
function significantDifference(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-13 * Math.abs(b) ? 0 : a - b
}
