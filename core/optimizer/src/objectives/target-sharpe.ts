import { argumentOf } from '../shapes.ts'
import type { Failure, Optimal, Outcome, Portfolio } from '../outcome.ts'
import type { Problem } from '../problem/problem.ts'
import { programOf } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { endTolerance } from './end-tolerance.ts'
import { penaltyOf } from './figures.ts'
import { maxSharpe } from './max-sharpe.ts'
import type { Options } from './options.ts'
import { checkOptions, maxStepsOf, withoutWarmState } from './options.ts'
import { chosenParameter, finiteParameter } from '../parameters.ts'
import { ratioRoots } from './ratio-roots.ts'
import { soundest } from './soundest.ts'
import { stretchesOf } from './stretches.ts'
import type { StretchPart } from './stretches.ts'
import { problemWithReturns } from './problem-with-returns.ts'

export interface TargetSharpeQuestion {
  /** Annual. */
  riskFree: number
  /** Annual: nothing is annualized here. */
  target: number
  /** On the arc that rises to the tangency portfolio (default), on the one that falls beyond it, or both. */
  root?: 'lower' | 'higher' | 'both' | undefined
}

/**
 * The portfolios of the frontier whose ratio (μ'w − C − riskFree) / √(V + L) is the target. Along the frontier the ratio rises to
 * the tangency portfolio and then falls: there are at most two.
 *
 * ```ts
 * const covariance = { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) }
 * const problem = { covariance, expectedReturns: Float64Array.of(0.1, 0.04) }
 * const outcome = targetSharpe(problem, { riskFree: 0.02, target: 0.42 })
 * assert.ok(outcome.status === 'optimal')
 * assert.equal(outcome.portfolio.sharpe!.toFixed(12), '0.420000000000')
 * ```
 *
 * @throws OptimizerInputError for a problem that is not well formed, without expected returns, or numbers that are not finite
 */
export function targetSharpe(problem: Problem, question: TargetSharpeQuestion, options: Options = {}): Outcome {
  const { riskFree, target, root = 'lower' } = argumentOf('question', question, ['riskFree', 'target', 'root'])
  checkOptions(options)
  finiteParameter('riskFree', riskFree)
  finiteParameter('target', target)
  chosenParameter('root', root, ['lower', 'higher', 'both'])
  const best = maxSharpe(problem, { riskFree }, withoutWarmState(options))
  if (best.status !== 'optimal') return best
  const program = programOf(problemWithReturns(problem, options.psd), { l2Weight: 1, costWeight: 0, gain: 'net-return' })
  const maxSteps = maxStepsOf(options, program)
  return soundest((attempt) =>
    onStretches(program, stretchesOf(program, { maxSteps, riskFree, attempt }), { riskFree, target, root, best }),
  )
}

function onStretches(
  program: Program,
  walked: StretchPart[] | Failure,
  { riskFree, target, root, best }: { riskFree: number; target: number; root: 'lower' | 'higher' | 'both'; best: Optimal },
): Outcome {
  if ('status' in walked) return walked
  const roots = ratioRoots(walked, { riskFree, target })
  const found = roots.filter(({ arc }) => root === 'both' || arc === root)
  if (found.length === 0)
    return unreachable(walked, { program, riskFree, target, arc: root === 'higher' ? 'higher' : 'lower', best })
  return together(found.map(({ part, lambda }) => part.outcomeAt(lambda)))
}

/** The first outcome with the portfolio of the second, where there are two. */
function together([first, second]: readonly Outcome[]): Outcome {
  if (second === undefined || first!.status !== 'optimal') return first!
  return second.status === 'optimal' ? { ...first!, alternatives: [second.portfolio] } : second
}

interface Asked {
  riskFree: number
  target: number
  arc: 'lower' | 'higher'
}

function unreachable(
  parts: readonly StretchPart[],
  { program, riskFree, target, arc, best }: Asked & { program: Program; best: Optimal },
): Outcome {
  const end = arc === 'lower' ? parts[0]! : parts.at(-1)!
  const edge = end.outcomeAt(arc === 'lower' ? end.from : Number.isFinite(end.to) ? end.to : end.from)
  if (edge.status !== 'optimal') return edge
  const high = ratioOf(program, best.portfolio, riskFree)
  const low = isRisklessRate(program, edge.portfolio, { riskFree, end }) ? high : ratioOf(program, edge.portfolio, riskFree)
  if (isNear(target, high)) return best
  if (isNear(target, low)) return edge
  const nearest = Math.abs(target - low) < Math.abs(target - high) ? edge.portfolio : best.portfolio
  return { status: 'unreachable', target, range: [low, high], nearest, best: best.portfolio }
}

/** Whether it earns the rate without risk: it has no ratio, and all beside it on its stretch have one, which is the greatest. */
function isRisklessRate(
  { problem }: Program,
  { weights, return: mean, cost, volatility }: Portfolio,
  { riskFree, end }: { riskFree: number; end: StretchPart },
): boolean {
  return volatility === 0 && penaltyOf(problem, weights) === 0 && Math.abs(mean! - cost - riskFree) <= end.stretch.noise
}

/** Within rounding: an end of the range is reached. */
function isNear(target: number, end: number): boolean {
  return Number.isFinite(end) && Math.abs(target - end) <= endTolerance * Math.abs(end)
}

/** What the objective makes greatest, which costs and penalties belong to. */
function ratioOf({ problem }: Program, { weights, return: mean, cost, volatility }: Portfolio, riskFree: number): number {
  const excess = mean! - cost - riskFree
  return excess === 0 ? 0 : excess / Math.sqrt(volatility * volatility + penaltyOf(problem, weights))
}
