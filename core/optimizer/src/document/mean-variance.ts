import { psdPolicies } from '../covariance/repaired-covariance.ts'
import { efficientReturn } from '../objectives/efficient-return.ts'
import { efficientRisk } from '../objectives/efficient-risk.ts'
import { frontier } from '../objectives/frontier.ts'
import { maxSharpe } from '../objectives/max-sharpe.ts'
import { maxUtility } from '../objectives/max-utility.ts'
import { minTrackingError } from '../objectives/min-tracking-error.ts'
import { minVolatility } from '../objectives/min-volatility.ts'
import type { Options } from '../objectives/options.ts'
import { targetSharpe } from '../objectives/target-sharpe.ts'
import type { Problem } from '../problem/problem.ts'
import type { Members } from './members.ts'
import type { MeanVarianceName } from './objective-name.ts'
import type { ObjectiveReader } from './objective-reader.ts'
import { frontierDocument, outcomeDocument } from './outcome-document.ts'
import type { SolvedDocument } from './outcome-document.ts'
import { problemFields, readProblem } from './read-problem.ts'

interface Question {
  problem: Problem
  params: Members
  options: Options
}

function objective(params: readonly string[], solve: (question: Question) => SolvedDocument): ObjectiveReader<SolvedDocument> {
  return {
    fields: [...problemFields, 'ratio_risk_free', 'psd'],
    params,
    answer: (document, given) => {
      const ratioRiskFree = document.optionalNumber('ratio_risk_free')
      const psd = document.choice('psd', psdPolicies)
      return solve({ problem: readProblem(document), params: given, options: { psd, ratioRiskFree } })
    },
  }
}

/** Whether a target is to be met exactly, or is a limit. */
function equalOr<Inequality extends string>(params: Members, inequality: Inequality): 'equal' | Inequality | undefined {
  return params.choice('sense', [inequality, 'equal'])
}

/** Objectives over a whole problem, each with its parameters on the wire. */
export const meanVariance: Record<MeanVarianceName, ObjectiveReader<SolvedDocument>> = {
  min_volatility: objective([], ({ problem, options }) => outcomeDocument(minVolatility(problem, options))),

  efficient_return: objective(['target_return', 'sense'], ({ problem, params, options }) => {
    const sense = equalOr(params, 'at_least') === 'equal' ? 'equal' : 'atLeast'
    return outcomeDocument(efficientReturn(problem, { targetReturn: params.number('target_return'), sense }, options))
  }),

  efficient_risk: objective(['target_volatility', 'sense'], ({ problem, params, options }) => {
    const sense = equalOr(params, 'at_most') === 'equal' ? 'equal' : 'atMost'
    return outcomeDocument(efficientRisk(problem, { targetVolatility: params.number('target_volatility'), sense }, options))
  }),

  max_utility: objective(['risk_aversion'], ({ problem, params, options }) =>
    outcomeDocument(maxUtility(problem, { riskAversion: params.number('risk_aversion') }, options)),
  ),

  max_sharpe: objective(['risk_free', 'fallback'], ({ problem, params, options }) => {
    const fallback = params.choice('fallback', ['min_volatility']) && 'minVolatility'
    return outcomeDocument(maxSharpe(problem, { riskFree: params.number('risk_free'), fallback }, options))
  }),

  target_sharpe: objective(['risk_free', 'target', 'root'], ({ problem, params, options }) => {
    const [riskFree, target] = [params.number('risk_free'), params.number('target')]
    const root = params.choice('root', ['lower', 'higher', 'both'])
    return outcomeDocument(targetSharpe(problem, { riskFree, target, root }, options))
  }),

  min_tracking_error: objective(['benchmark', 'min_return'], ({ problem, params, options }) => {
    const benchmark = params.numbers('benchmark', { n: problem.covariance.n, assets: problem.assets })
    return outcomeDocument(minTrackingError(problem, { benchmark, minReturn: params.optionalNumber('min_return') }, options))
  }),

  frontier: objective([], ({ problem, options }) => frontierDocument(frontier(problem, options), options.ratioRiskFree)),
}
