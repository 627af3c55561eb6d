import { argumentOf, objectOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { WarmState } from '../outcome.ts'
import type { PsdPolicy } from '../covariance/repaired-covariance.ts'
import type { Program } from '../problem/program.ts'
import { finiteParameter, numberParameter } from '../parameters.ts'

/** What every objective takes beside its question. */
export interface Options {
  /**
   * From the outcome of a problem of the same shape: where its solution is still the right set, nothing is searched. Weights have the bits
   * of a cold start where they are unique; of several optima it may be another. `targetSharpe`, `frontier`, `efficientReturn` to an
   * equal target and `efficientRisk` with l2 always start cold.
   */
  warm?: WarmState | undefined
  /** Annual risk-free rate for the Sharpe ratio of outcomes whose objective needs none. */
  ratioRiskFree?: number | undefined
  /** Changes of the active set that are allowed. Default: 100 for each column and row, plus 1000. */
  maxSteps?: number | undefined
  /**
   * What to do about a covariance with negative eigenvalues, which has no optimum worth the name. Default: `error`. To look takes N³/6
   * multiplications, of many assets longer than the answer; of a matrix from `sealedCovariance` it is done already.
   */
  psd?: PsdPolicy | undefined
}

/** @throws OptimizerInputError for a state that is no text, a rate or a number of steps that is none */
export function checkOptions(options: Options): void {
  const { warm, ratioRiskFree, maxSteps } = argumentOf('options', options, ['warm', 'ratioRiskFree', 'maxSteps', 'psd'])
  if (warm !== undefined && (typeof objectOf('warm', warm).columns !== 'string' || typeof warm.rows !== 'string')) {
    const message = 'warm must be the state of an earlier outcome, got one without texts for columns and rows'
    throw new OptimizerInputError('shape', message, { field: 'warm' })
  }
  if (ratioRiskFree !== undefined) finiteParameter('ratioRiskFree', ratioRiskFree)
  if (maxSteps !== undefined) numberParameter('maxSteps', maxSteps, { rule: 'at least 1', holds: (steps) => steps >= 1 })
}

/** The same for another question, whose answer begins elsewhere. */
export function withoutWarmState(options: Options): Options {
  const { warm: _, ...others } = options
  return others
}

export function maxStepsOf({ maxSteps }: Options, { quadratic: { hessian, rows } }: Program): number {
  return maxSteps ?? 1000 + 100 * (hessian.n + rows.count)
}
