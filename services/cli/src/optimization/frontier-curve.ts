import {
  type CornerDocument,
  type DenseCovariance,
  frontierSample,
  measuredPortfolio,
  type Portfolio,
  type Problem,
  sealedCovariance,
} from '@portofino/optimizer'
import type { RiskAndReturn } from '../chart/frontier-chart.ts'

export interface Basis {
  assets: readonly string[]
  expectedReturns: Float64Array
  covariance: DenseCovariance
  /** Null where none is known. */
  riskFree: number | null
}

/** More than a terminal has columns of dots. */
const count = 300

/** Figures of weights by the estimates. */
export interface Measured extends RiskAndReturn {
  /** Undefined without a risk-free rate, or without risk. */
  sharpe: number | undefined
}

/** The frontier as points that lines may join. */
export function frontierCurve(corners: readonly CornerDocument[], basis: Basis): Measured[] {
  const exact = corners.map((corner) => ({
    ...corner,
    weights: Float64Array.from(corner.weights),
    lambdaFrom: corner.lambda_from,
    lambdaTo: corner.lambda_to ?? Infinity,
  }))
  return frontierSample(problemOf(basis), exact, { count, ...rateOf(basis) }).map(figuresOf)
}

export function measured(weights: readonly number[], basis: Basis): Measured {
  return figuresOf(measuredPortfolio(problemOf(basis), Float64Array.from(weights), rateOf(basis)))
}

function figuresOf({ volatility, return: earned = 0, sharpe }: Portfolio): Measured {
  return { volatility, return: earned, sharpe }
}

function rateOf({ riskFree }: Basis): { ratioRiskFree: number | undefined } {
  return { ratioRiskFree: riskFree ?? undefined }
}

/** Checked once for all points. */
function problemOf({ expectedReturns, covariance }: Basis): Problem {
  return { expectedReturns, covariance: sealedCovariance(covariance) }
}
