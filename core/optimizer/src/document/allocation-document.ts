import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import type { DiscreteAllocation, FilledBook } from '../discrete-allocation/discrete-allocation.ts'
import { dot } from '../engine/vectors.ts'
import { riskOf } from '../portfolio-risk.ts'
import type { ZeroVariance } from '../covariance/zero-variance.ts'
import type { PortfolioDocument } from './outcome-document.ts'

/** What rules other than an objective answer. */
export type AllocationDocument =
  | ({ status: 'optimal'; portfolio: PortfolioDocument } & AllocationDetails)
  | {
      status: 'optimal'
      /** Null where the posterior implies no weights; `implied` says why. */
      portfolio: PortfolioDocument | null
      implied?: { status: 'ill_conditioned' | 'not_scalable'; explanation: string }
      posterior: { expected_returns: number[]; covariance: number[][] }
      views_used: number[]
    }
  | ({ status: 'optimal' } & SharesDocument)
  | { status: 'node_limit'; candidate: SharesDocument; gap: number; nodes: number }
  | { status: 'zero_variance'; assets_at_fault: number[]; explanation: string }
  | { status: 'riskless'; clusters?: [number[], number[]]; explanation: string }
  | { status: 'too_few_rows'; rows: number; explanation: string }
  | { status: 'infeasible'; views: number[]; value: number; expected: number; explanation: string }
  | ({ status: 'ill_conditioned'; candidate: PortfolioDocument; explanation: string } & AllocationDetails)

/** Of risk budgeting, then of hierarchical risk parity. */
interface AllocationDetails {
  /** Of each asset in the variance. */
  risk_shares?: number[]
  residual?: number
  steps?: number
  /** Assets in the order of the tree's leaves. */
  order?: number[]
  merges?: { left: number; right: number; distance: number; size: number }[]
  rows_used?: number | null
}

interface SharesDocument {
  shares: number[]
  leftover: number
  long: FilledBook
  short: FilledBook | null
}

export function sharesDocument({ shares, leftover, long, short }: DiscreteAllocation): SharesDocument {
  return { shares: Array.from(shares), leftover, long, short }
}

export function zeroVarianceDocument({ assets, explanation }: ZeroVariance): AllocationDocument {
  return { status: 'zero_variance', assets_at_fault: assets, explanation }
}

/** What there is to measure weights with. */
export interface Measured {
  expectedReturns?: Float64Array | undefined
  riskFree?: number | undefined
}

/** Weights of a rule with the figures that an objective's would have. */
export function allocatedPortfolio(
  weights: Float64Array,
  volatility: number | null,
  { expectedReturns, riskFree }: Measured,
): PortfolioDocument {
  const portfolio = { weights: Array.from(weights), cost: 0, volatility }
  if (expectedReturns === undefined) return portfolio
  const mean = dot(weights, expectedReturns)
  if (riskFree === undefined) return { ...portfolio, return: mean }
  const sharpe = volatility === null || volatility === 0 ? {} : { sharpe: (mean - riskFree) / volatility }
  return { ...portfolio, return: mean, ...sharpe, risk_free: riskFree }
}

export function volatilityOf(covariance: DenseCovariance, weights: Float64Array): number {
  return Math.sqrt(riskOf(covariance, weights).variance)
}

export function matrixDocument({ n, data }: DenseCovariance): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from(data.subarray(i * n, (i + 1) * n)))
}
