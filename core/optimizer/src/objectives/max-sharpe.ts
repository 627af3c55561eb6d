import { largestOf } from '../engine/vectors.ts'
import { argumentOf } from '../shapes.ts'
import type { Outcome } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { costOf, returnOf } from './figures.ts'
import { illConditioned } from './finish.ts'
import { minVolatility } from './min-volatility.ts'
import { onFrontier } from './on-frontier.ts'
import type { FrontierEnd, FrontierStretch } from './on-frontier.ts'
import { checkOptions, withoutWarmState } from './options.ts'
import type { Options } from './options.ts'
import { chosenParameter, finiteParameter } from '../parameters.ts'
import { problemWithReturns } from './problem-with-returns.ts'

export interface MaxSharpeQuestion {
  /** Annual. */
  riskFree: number
  /** What to answer, with a warning, where no portfolio earns more than the risk-free rate. */
  fallback?: 'minVolatility' | undefined
}

/**
 * The weights of greatest (μ'w − C − riskFree) / √(V + L): the point where a line from the risk-free rate touches the frontier.
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
  const { riskFree, fallback } = argumentOf('question', question, ['riskFree', 'fallback'])
  checkOptions(options)
  finiteParameter('riskFree', riskFree)
  if (fallback !== undefined) chosenParameter('fallback', fallback, ['minVolatility'])
  const program = programOf(problemWithReturns(problem, options.psd), { l2Weight: 1, costWeight: 0, gain: 'net-return' })
  return onFrontier(
    program,
    {
      riskFree,
      excess: ({ lambda, gain, noise, variance }) => {
        if (variance === 0) return significant(gain - riskFree, noise) || -1
        // Along a ray from a portfolio without risk that earns the rate, every point has the same ratio.
        return significant(lambda * (gain - riskFree) - variance, 1e-13 * variance)
      },
      lambdaOn: ({ gain: [gain], noise, variance: [variance] }) =>
        gain - riskFree > noise && variance > 0 ? variance / (gain - riskFree) : Infinity,
      // What is mixed with what earns the rate without risk has the same ratio.
      isTied: ({ gain: [gain, rise], noise, variance: [variance] }) =>
        rise !== 0 && variance === 0 && Math.abs(gain - riskFree) <= noise,
      above: (end) => withoutTangency(end),
      below: (end) => withoutRisk(end),
      within: (stretch) => onJump(stretch),
    },
    options,
  )

  function withoutTangency(end: FrontierEnd): Outcome {
    if (fallback === 'minVolatility') {
      const outcome = minVolatility(problem, { ...withoutWarmState(options), ratioRiskFree: riskFree })
      const why = end.isEndless ? 'No ratio is the greatest' : `No portfolio earns more than the risk-free rate ${riskFree}`
      const message = `${why}; these are the weights of least volatility.`
      return outcome.status === 'optimal'
        ? { ...outcome, warnings: [...outcome.warnings, { code: 'fallback', message }] }
        : outcome
    }
    return noTangency(end, riskFree)
  }

  /** At λ = 0 there is no risk: where that earns more than the rate, any amount of it is better still. */
  function withoutRisk(end: FrontierEnd): Outcome {
    return arbitrage(end.program, end.itself(), { riskFree, noise: end.station.noise }) ?? withoutTangency(end)
  }

  /** From a portfolio without risk that earns more, by a jump there, or else along a ray from one that earns the rate. */
  function onJump({ program: whole, from, to, first, last }: FrontierStretch): Outcome {
    const riskless = from.variance === 0 ? arbitrage(whole, first(), { riskFree, noise: from.noise }) : null
    if (riskless !== null) return riskless
    const outcome = last()
    const isRay = Math.abs(to.lambda * (to.gain - riskFree) - to.variance) <= 1e-9 * to.variance
    return isRay || outcome.status !== 'optimal' ? outcome : illConditioned(whole, outcome.portfolio, outcome.certificate)
  }
}

/** With the highest return there is. */
function noTangency({ itself, station: { gain, noise }, isEndless }: FrontierEnd, riskFree: number): Outcome {
  const best = itself()
  if (best.status !== 'optimal') return best
  const weights = clearWeights(best.portfolio.weights)
  const bestAssets = Array.from(weights.keys()).filter((asset) => weights[asset] !== 0)
  return { status: 'noTangency', riskFree, bestReturn: isEndless ? Infinity : significant(gain, noise), bestAssets }
}

/** Null where a portfolio without risk earns no more than the risk-free rate. */
function arbitrage(
  { problem }: Program,
  riskless: Outcome,
  { riskFree, noise }: { riskFree: number; noise: number },
): Outcome | null {
  if (riskless.status !== 'optimal') return riskless
  const { weights } = riskless.portfolio
  const net = returnOf(problem, weights) - costOf(problem, weights)
  return net - riskFree > noise ? { status: 'unbounded', ray: clearWeights(weights) } : null
}

/** Without what rounding has left of nothing. */
function clearWeights(weights: Float64Array): Float64Array {
  const least = 1e-14 * Math.max(1, largestOf(weights))
  return weights.map((weight) => significant(weight, least))
}

/** Zero within rounding. */
function significant(value: number, noise: number): number {
  return Math.abs(value) <= noise ? 0 : value
}
