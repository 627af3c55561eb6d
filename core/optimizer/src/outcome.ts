import type { StatedLimit } from './problem/limit.ts'
import type { RowReference } from './problem/problem.ts'

/** A portfolio and its figures; annual where the problem is. */
export interface Portfolio {
  /** Raw: bounds hold exactly, the budget to rounding. Shape [n]. */
  weights: Float64Array
  /** μ'w, before costs; left out where the problem has no expected returns. */
  return?: number
  /** C(w); 0 without costs. */
  cost: number
  /** √(w'Σw). */
  volatility: number
  /** (μ'w − riskFree) / volatility; left out where no risk-free rate was given or there is no volatility. */
  sharpe?: number
  riskFree?: number
  /** √((w − b)'Σ(w − b)), of `minTrackingError` alone. */
  trackingError?: number
}

/** Evidence that a portfolio is the optimum, computed from the problem's own data and not from the solver's state. */
export interface Certificate {
  /** Largest gradient of the Lagrangian in a free column, relative, as the three below, to the size of the terms that it is summed from. */
  stationarity: number
  /** Largest violation of a bound, row, group or budget. */
  primalFeasibility: number
  /** Largest multiplier of the wrong sign. */
  dualSign: number
  /** Largest product of a multiplier and the slack of its limit. */
  complementarity: number
  /**
   * Of the rows that hold, by name, and of the bounds that hold, by asset: how fast the least value of the program, ½(V + L) − λ(μ'w − C) or
   * what the objective puts in its place, changes with the limit. Not negative for a lower limit, not positive for an upper one.
   */
  multipliers: { reference: RowReference; value: number }[]
  active: WarmState
  /** Changes of the active set on the way; 0 where a warm start was right at once. */
  steps: number
  /** Reciprocal condition estimate of the free block; 1 without free columns. */
  reciprocalCondition: number
  /**
   * An estimate from above, by inverse iteration, of the smallest eigenvalue of the covariance: what the least risky combination of assets
   * has. It is computed when it is read first, from the covariance as it is then, which stays until this and the multipliers are read: `structuredClone` of a kept outcome does both.
   */
  minEigenvalue: number
  /** True where no other weights are as good; false where that could not be shown, as it cannot among assets that copy each other. */
  unique: boolean
}

/** Where each column and row stands; plain JSON, to start the next problem of the same shape from. */
export interface WarmState {
  columns: string
  rows: string
}

/** Something about an optimum that its reader should know. */
export interface Warning {
  /**
   * `slack_risk_cap`: the highest return takes less risk than allowed. `fallback`: it answers another question. `ill_conditioned`: free
   * assets are nearly dependent, though the certificate passes. `repaired_covariance`: all figures are of a covariance that was mended.
   */
  code: 'slack_risk_cap' | 'fallback' | 'ill_conditioned' | 'repaired_covariance'
  message: string
}

export interface Optimal {
  status: 'optimal'
  portfolio: Portfolio
  /** Other portfolios that answer as well: of `targetSharpe`, the root of higher risk where both were asked for. */
  alternatives?: Portfolio[]
  certificate: Certificate
  /** To start the next problem of the same shape from. */
  warm: WarmState
  warnings: Warning[]
}

export type Outcome = Optimal | Failure

/** No portfolio that is allowed has what was asked for. */
export interface Unreachable {
  status: 'unreachable'
  target: number
  /** What can be had, from the least to the most; in the unit of the target. */
  range: [number, number]
  /** Of what can be had, what comes nearest to the target. */
  nearest: Portfolio
  /** The end of the range that an investor would rather have: of highest return, of highest ratio, within the cap or closest to it. */
  best: Portfolio
}

/** Every other answer, each with its numbers. */
export type Failure =
  /** No weights are allowed at all: `conflict` is a smallest set of limits that cannot hold together, each with its number. */
  | { status: 'infeasible'; conflict: StatedLimit[]; explanation: string }
  | Unreachable
  /** No portfolio earns more than the risk-free rate, net of costs, or more and more risk comes ever closer to a ratio that none has. */
  | { status: 'noTangency'; riskFree: number; bestReturn: number; bestAssets: number[] }
  /**
   * Along `ray`, shape [n], the objective improves for ever. Of `maxSharpe`, it may be a portfolio without risk that earns more than the
   * risk-free rate.
   */
  | { status: 'unbounded'; ray: Float64Array }
  /** Rounding stands between the best candidate and a certificate that passes. */
  | {
      status: 'illConditioned'
      reciprocalCondition: number
      /** The smallest eigenvalue of the covariance itself, exact but for rounding; that of a certificate is an estimate. */
      minEigenvalue: number
      candidate?: Portfolio
      certificate?: Certificate
    }
  /** `maxSteps` were not enough. */
  | { status: 'stepLimit'; steps: number; candidate: Portfolio; certificate: Certificate }
