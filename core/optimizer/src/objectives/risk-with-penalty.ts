import { bracketedRoot, sum } from '@portofino/numeric'
import type { Failure, Optimal, Outcome, Portfolio, Unreachable } from '../outcome.ts'
import type { CheckedProblem } from '../problem/checked-problem.ts'
import { programOf } from '../problem/program.ts'
import { endTolerance } from './end-tolerance.ts'
import { penaltyOf, portfolioOf } from './figures.ts'
import { minimumAt } from './minimum.ts'
import type { Options } from './options.ts'

const rounding = 1e-12

/** No portfolio has so little risk. */
export function belowAll(portfolio: Portfolio, target: number): Unreachable {
  return { status: 'unreachable', target, range: [portfolio.volatility, Infinity], nearest: portfolio, best: portfolio }
}

/** Greatest μ'w − C − L under a cap: with L that lies on no frontier of one Hessian, and λ of ½V − λ(μ'w − C − L) is searched. */
export function riskWithPenalty(checked: CheckedProblem, targetVolatility: number, options: Options): Outcome {
  const target = targetVolatility * targetVolatility
  const least = atLambda(checked, 0, options)
  if (least.status !== 'optimal') return least
  const floor = varianceAt(least)
  if (floor > target * (1 + endTolerance)) return belowAll(least.portfolio, targetVolatility)
  const most = withoutCap(checked, options)
  if (most !== null && varianceAt(most) <= target) return withWarning(most)
  return floor >= target ? least : atVariance(checked, { target, most }, options)
}

function varianceAt({ portfolio: { volatility } }: Optimal): number {
  return volatility * volatility
}

function atLambda(checked: CheckedProblem, lambda: number, options: Options): Outcome {
  const program = programOf(checked, { l2Weight: 2 * lambda, costWeight: 0, gain: 'net-return' })
  return minimumAt(program, lambda, { options, riskFree: options.ratioRiskFree })
}

function atVariance(
  checked: CheckedProblem,
  { target, most }: { target: number; most: Optimal | null },
  options: Options,
): Outcome {
  const failures: Failure[] = []
  let last: Optimal | null = null
  const excess = (lambda: number): number => {
    const outcome = atLambda(checked, lambda, options)
    if (outcome.status !== 'optimal') failures.push(outcome)
    else last = outcome
    return outcome.status === 'optimal' ? varianceAt(outcome) - target : 0
  }
  let high = 1
  while (excess(high) < 0) {
    if (most !== null && isAsGood(checked, last!, most)) return withWarning(last!)
    high *= 4
  }
  const lambda = failures.length > 0 ? 0 : bracketedRoot(excess, { low: 0, high })
  return failures[0] ?? atLambda(checked, lambda, options)
}

/** Whether it has the greatest μ'w − C − L there is: of several such portfolios only some may keep to the cap. */
function isAsGood(checked: CheckedProblem, one: Optimal, most: Optimal): boolean {
  const [own, best] = [one, most].map(({ portfolio }) => [
    portfolio.return!,
    -portfolio.cost,
    -penaltyOf(checked, portfolio.weights),
  ])
  const size = [...own!, ...best!].reduce((total, term) => total + Math.abs(term), 0)
  return sum(best!) - sum(own!) <= rounding * size
}

/** The weights of greatest μ'w − C − L, whatever the risk; null where there is no greatest. */
function withoutCap(checked: CheckedProblem, options: Options): Optimal | null {
  const flat = { ...checked, covariance: new Float64Array(checked.n * checked.n) }
  const linear = checked.expectedReturns!.map((value) => -value)
  const outcome = minimumAt(programOf(flat, { l2Weight: 2, costWeight: 1, gain: 'none', linear }), 0, { options })
  if (outcome.status !== 'optimal') return null
  return { ...outcome, portfolio: portfolioOf(checked, outcome.portfolio.weights, options.ratioRiskFree) }
}

function withWarning(outcome: Optimal): Optimal {
  const message = `The best without a cap needs a volatility of ${outcome.portfolio.volatility} only; the cap does not bind.`
  return { ...outcome, warnings: [...outcome.warnings, { code: 'slack_risk_cap', message }] }
}
