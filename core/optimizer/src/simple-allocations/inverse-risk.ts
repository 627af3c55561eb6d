import { sum } from '@portofino/numeric'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { usableCovariance } from '../covariance/usable-covariance.ts'
import { riskOf } from '../portfolio-risk.ts'
import { zeroVariance, type ZeroVariance } from '../covariance/zero-variance.ts'
import type { Allocated } from './allocated.ts'
import type { AssetNames } from '../asset-names.ts'

export interface InverseRiskOptions {
  /** Labels for messages; shape [n]. */
  assets?: readonly string[] | undefined
}

/** Weights in inverse proportion to what `risk` makes of each variance. */
export function inverseRisk(
  given: DenseCovariance,
  risk: (variance: number) => number,
  assets: AssetNames,
): Allocated | ZeroVariance {
  const covariance = usableCovariance(given, assets)
  const flat = zeroVariance(covariance, assets)
  if (flat !== null) return flat
  const { n, data } = covariance
  const risks = new Float64Array(n)
  let least = Infinity
  for (let i = 0; i < n; i++) {
    risks[i] = risk(data[i * n + i]!)
    least = Math.min(least, risks[i]!)
  }
  const inverse = risks.map((value) => least / value)
  const total = sum(inverse)
  const weights = inverse.map((value) => value / total)
  return { status: 'optimal', weights, volatility: Math.sqrt(riskOf(covariance, weights).variance) }
}
