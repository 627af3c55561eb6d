import type { WarmState } from '../outcome.ts'
import type { PsdPolicy } from '../estimators/repaired-covariance.ts'
import type { Program } from '../problem/program.ts'

export interface Options {
  /** From the outcome of a problem of the same shape: where its solution is still the right set, nothing is searched. */
  warm?: WarmState
  /** Rate for the Sharpe ratio of outcomes whose objective needs none. */
  ratioRiskFree?: number
  /** Changes of the active set that are allowed. Default: 100 for each column and row, plus 1000. */
  maxSteps?: number
  /**
   * What to do about a covariance with negative eigenvalues, which has no optimum worth the name. Default: `error` for up to 32 assets;
   * larger matrices are not looked at as a whole, and sealed ones neither.
   */
  psd?: PsdPolicy
}

export function maxStepsOf({ maxSteps }: Options, { quadratic: { hessian, rows } }: Program): number {
  return maxSteps ?? 1000 + 100 * (hessian.n + rows.count)
}
