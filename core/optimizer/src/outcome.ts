import type { RowReference } from './problem/problem.ts'

/** A portfolio and its figures; annual where the problem is. */
export interface Portfolio {
  weights: Float64Array
  /** μ'w; left out where the problem has no expected returns. */
  return?: number
  /** C(w); 0 without costs. */
  cost: number
  /** √(w'Σw). */
  volatility: number
  /** (μ'w − riskFree) / volatility; left out where no rate was given or there is no volatility. */
  sharpe?: number
  riskFree?: number
}

/** Evidence that a portfolio is the optimum, computed from the problem's own data and not from the solver's state. */
export interface Certificate {
  /** Largest violation of each optimality condition, relative to the size of the terms that it is summed from. */
  stationarity: number
  primalFeasibility: number
  dualSign: number
  complementarity: number
  /** Of the rows that hold, by name, and of bounds that hold, by asset: what the objective would gain per unit of room. */
  multipliers: { reference: RowReference; value: number }[]
  active: WarmState
  steps: number
  /** Reciprocal condition estimate of the free block; 1 without free columns. */
  reciprocalCondition: number
  /** Whether no other weights are as good. */
  unique: boolean
}

/** Where each column and row stands; plain JSON, to start the next problem of the same shape from. */
export interface WarmState {
  columns: string
  rows: string
}

export interface Warning {
  code: 'slack_risk_cap' | 'fallback' | 'ill_conditioned' | 'repaired_covariance'
  message: string
}

export interface Optimal {
  status: 'optimal'
  portfolio: Portfolio
  alternatives?: Portfolio[]
  certificate: Certificate
  warm: WarmState
  warnings: Warning[]
}

export type Outcome = Optimal | Failure

/** Every other answer, each with its numbers. */
export type Failure =
  | { status: 'infeasible'; conflict: RowReference[]; explanation: string }
  | { status: 'unreachable'; target: number; range: [number, number]; nearest: Portfolio; best: Portfolio }
  | { status: 'noTangency'; riskFree: number; bestReturn: number; bestAssets: number[] }
  | { status: 'unbounded'; ray: Float64Array }
  | {
      status: 'illConditioned'
      reciprocalCondition: number
      /** Of the covariance. */
      minEigenvalue: number
      candidate?: Portfolio
      certificate?: Certificate
    }
  | { status: 'stepLimit'; steps: number; candidate: Portfolio; certificate: Certificate }
