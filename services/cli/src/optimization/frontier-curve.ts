import type { CornerDocument, DenseCovariance } from '@portofino/optimizer'
import type { RiskAndReturn } from '../chart/frontier-chart.ts'

export interface Basis {
  assets: readonly string[]
  expectedReturns: Float64Array
  covariance: DenseCovariance
}

const wantedPoints = 300

/** Between two corners weights are linear, so that returns are, and volatilities are the roots of a parabola. */
export function frontierCurve(corners: readonly CornerDocument[], basis: Basis): RiskAndReturn[] {
  const steps = Math.max(2, Math.ceil(wantedPoints / corners.length))
  return corners.flatMap((corner, index) => {
    const next = corners[index + 1]
    if (next === undefined) return [corner]
    return Array.from({ length: steps }, (_, step) => {
      const share = step / steps
      return riskAndReturn(
        corner.weights.map((weight, asset) => weight + share * (next.weights[asset]! - weight)),
        basis,
      )
    })
  })
}

export function riskAndReturn(weights: readonly number[], { expectedReturns, covariance }: Basis): RiskAndReturn {
  const risk = riskContributions(weights, covariance).reduce((total, each) => total + each, 0)
  const earned = weights.reduce((total, weight, asset) => total + weight * expectedReturns[asset]!, 0)
  return { volatility: Math.sqrt(Math.max(0, risk)), return: earned }
}

/** w_i(Σw)_i of each asset; they add up to the variance. */
export function riskContributions(weights: readonly number[], { n, data }: DenseCovariance): number[] {
  return weights.map((weight, i) => {
    let pull = 0
    if (weight !== 0) for (let j = 0; j < n; j++) pull += data[i * n + j]! * weights[j]!
    return weight * pull
  })
}
