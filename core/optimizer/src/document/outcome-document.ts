import type { Certificate, Failure, Outcome, Portfolio, Warning } from '../outcome.ts'
import type { Corner, FrontierOutcome } from '../objectives/frontier.ts'
import type { StatedLimit } from '../problem/limit.ts'
import type { RowReference } from '../problem/problem.ts'
import { firstOverflow } from './first-overflow.ts'

export interface PortfolioDocument {
  /** In the order of the assets. */
  weights: number[]
  return?: number
  cost: number
  /** Null where nothing tells it, as for equal weights without a covariance. */
  volatility: number | null
  sharpe?: number
  risk_free?: number
  /** Of `min_tracking_error` alone. */
  tracking_error?: number
}

export interface CertificateDocument {
  stationarity: number
  primal_feasibility: number
  dual_sign: number
  complementarity: number
  multipliers: { kind: RowReference['kind']; name: string; value: number }[]
  active: { columns: string; rows: string }
  steps: number
  reciprocal_condition: number
  min_eigenvalue: number
  unique: boolean
}

export interface CornerDocument {
  lambda_from: number
  /** Null: for every λ from there. */
  lambda_to: number | null
  weights: number[]
  return: number
  cost: number
  volatility: number
  /** With a risk-free rate. */
  sharpe?: number
}

export type SolvedDocument =
  | {
      status: 'optimal'
      portfolio: PortfolioDocument
      alternatives?: PortfolioDocument[]
      certificate: CertificateDocument
      warnings: Warning[]
    }
  | { status: 'optimal'; corners: CornerDocument[]; ray: number[] | null; steps: number }
  | FailureDocument

type FailureDocument =
  | { status: 'infeasible'; conflict: StatedLimit[]; explanation: string }
  | {
      status: 'unreachable'
      target: number
      /** Null: without an end on this side. */
      range: [number | null, number | null]
      nearest: PortfolioDocument
      best: PortfolioDocument
    }
  | { status: 'no_tangency'; risk_free: number; best_return: number | null; best_assets: number[] }
  | { status: 'unbounded'; ray: number[] }
  | {
      status: 'ill_conditioned'
      /** Null where numbers overflow. */
      reciprocal_condition: number | null
      min_eigenvalue: number | null
      candidate?: PortfolioDocument
      certificate?: CertificateDocument
    }
  | { status: 'step_limit'; steps: number; candidate?: PortfolioDocument; certificate?: CertificateDocument }

/** The JSON form of an outcome. */
export function outcomeDocument(outcome: Outcome): SolvedDocument {
  if (outcome.status !== 'optimal') return failureDocument(outcome)
  const { portfolio, alternatives, certificate, warnings } = outcome
  return {
    status: 'optimal',
    portfolio: portfolioDocument(portfolio),
    ...(alternatives === undefined ? {} : { alternatives: alternatives.map(portfolioDocument) }),
    certificate: certificateDocument(certificate),
    warnings,
  }
}

/** The JSON form of a frontier; Sharpe ratios of its corners where there is a risk-free rate. */
export function frontierDocument(outcome: FrontierOutcome, riskFree?: number): SolvedDocument {
  if (outcome.status !== 'optimal') return failureDocument(outcome)
  const { corners, ray, steps } = outcome
  return {
    status: 'optimal',
    corners: corners.map((corner) => cornerDocument(corner, riskFree)),
    ray: ray === null ? null : Array.from(ray),
    steps,
  }
}

function cornerDocument(corner: Corner, riskFree: number | undefined): CornerDocument {
  const { lambdaFrom, lambdaTo, weights, cost, volatility } = corner
  return {
    lambda_from: lambdaFrom,
    lambda_to: finiteOrNull(lambdaTo),
    weights: Array.from(weights),
    return: corner.return,
    cost,
    volatility,
    ...(riskFree === undefined || volatility === 0 ? {} : { sharpe: (corner.return - riskFree) / volatility }),
  }
}

function failureDocument(failure: Failure): FailureDocument {
  switch (failure.status) {
    case 'infeasible':
      return failure
    case 'unreachable': {
      const { status, target, nearest, best } = failure
      const [least, most] = failure.range.map(finiteOrNull)
      const range: [number | null, number | null] = [least ?? null, most ?? null]
      return { status, target, range, nearest: portfolioDocument(nearest), best: portfolioDocument(best) }
    }
    case 'noTangency': {
      const { riskFree, bestReturn, bestAssets } = failure
      return { status: 'no_tangency', risk_free: riskFree, best_return: finiteOrNull(bestReturn), best_assets: bestAssets }
    }
    case 'unbounded':
      return { status: 'unbounded', ray: Array.from(failure.ray) }
    case 'illConditioned': {
      const { reciprocalCondition, minEigenvalue } = failure
      return {
        status: 'ill_conditioned',
        reciprocal_condition: finiteOrNull(reciprocalCondition),
        min_eigenvalue: finiteOrNull(minEigenvalue),
        ...candidateDocument(failure),
      }
    }
    default:
      return { status: 'step_limit', steps: failure.steps, ...candidateDocument(failure) }
  }
}

/** Nothing of a candidate in which numbers have overflowed: JSON has no word for them. */
function candidateDocument({ candidate, certificate }: { candidate?: Portfolio; certificate?: Certificate }): {
  candidate?: PortfolioDocument
  certificate?: CertificateDocument
} {
  const portfolio = candidate === undefined ? null : portfolioDocument(candidate)
  const evidence = certificate === undefined ? null : certificateDocument(certificate)
  return {
    ...(portfolio !== null && firstOverflow(portfolio) === null ? { candidate: portfolio } : {}),
    ...(evidence !== null && firstOverflow(evidence) === null ? { certificate: evidence } : {}),
  }
}

/** JSON has no word for what is no number. */
function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function portfolioDocument(portfolio: Portfolio): PortfolioDocument {
  const { weights, cost, volatility, sharpe, riskFree, trackingError } = portfolio
  return {
    weights: Array.from(weights),
    ...(portfolio.return === undefined ? {} : { return: portfolio.return }),
    cost,
    volatility,
    ...(sharpe === undefined ? {} : { sharpe }),
    ...(riskFree === undefined ? {} : { risk_free: riskFree }),
    ...(trackingError === undefined ? {} : { tracking_error: trackingError }),
  }
}

function certificateDocument(certificate: Certificate): CertificateDocument {
  const { stationarity, complementarity, steps, unique } = certificate
  return {
    stationarity,
    primal_feasibility: certificate.primalFeasibility,
    dual_sign: certificate.dualSign,
    complementarity,
    multipliers: certificate.multipliers.map(({ reference, value }) => ({ ...reference, value })),
    active: { ...certificate.active },
    steps,
    reciprocal_condition: certificate.reciprocalCondition,
    min_eigenvalue: certificate.minEigenvalue,
    unique,
  }
}
