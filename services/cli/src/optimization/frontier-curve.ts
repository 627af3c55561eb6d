import {
  type CornerDocument,
  type DenseCovariance,
  frontierSample,
  measuredPortfolio,
  type Problem,
  sealedCovariance,
} from '@portofino/optimizer'
import type { RiskAndReturn } from '../chart/frontier-chart.ts'

export interface Basis {
  assets: readonly string[]
  expectedReturns: Float64Array
  covariance: DenseCovariance
}

/** More than a terminal has columns of dots. */
const count = 300

/** The frontier as points that lines may join. */
export function frontierCurve(corners: readonly CornerDocument[], basis: Basis): RiskAndReturn[] {
  const exact = corners.map((corner) => ({
    ...corner,
    weights: Float64Array.from(corner.weights),
    lambdaFrom: corner.lambda_from,
    lambdaTo: corner.lambda_to ?? Infinity,
  }))
  return frontierSample(problemOf(basis), exact, { count }).map(({ volatility, return: earned = 0 }) => {
    return { volatility, return: earned }
  })
}

export function riskAndReturn(weights: readonly number[], basis: Basis): RiskAndReturn {
  const { volatility, return: earned = 0 } = measuredPortfolio(problemOf(basis), Float64Array.from(weights))
  return { volatility, return: earned }
}

/** Checked once for all points. */
function problemOf({ expectedReturns, covariance }: Basis): Problem {
  return { expectedReturns, covariance: sealedCovariance(covariance) }
}

/** w_i(Σw)_i of each asset; they add up to the variance. */
export function riskContributions(weights: readonly number[], { n, data }: DenseCovariance): number[] {
  return weights.map((weight, i) => {
    let pull = 0
    if (weight !== 0) for (let j = 0; j < n; j++) pull += data[i * n + j]! * weights[j]!
    return weight * pull
  })
}
