import type { DenseCovariance } from './dense-covariance.ts'
import { assetName, listed } from '../asset-names.ts'
import type { AssetNames } from '../asset-names.ts'

/** Some assets do not vary, and the allocation asked for divides by what each asset varies. */
export interface ZeroVariance {
  status: 'zeroVariance'
  /** Numbers of the assets, in order. */
  assets: number[]
  explanation: string
}

/** Of a smaller variance there is no inverse. */
const leastVariance = 1e-290

/** The assets whose variance is zero, or less than the least; null when every asset varies. */
export function zeroVariance(
  { n, data }: DenseCovariance,
  assets?: AssetNames,
  least: number = leastVariance,
): ZeroVariance | null {
  const flat = Array.from({ length: n }, (_, i) => i).filter((i) => data[i * n + i]! < least)
  if (flat.length === 0) return null
  const names = listed(flat.map((i) => assetName(assets, i)))
  const explanation = `${names} ${flat.length === 1 ? 'does' : 'do'} not vary: no share of the risk can be given to what has none`
  return { status: 'zeroVariance', assets: flat, explanation }
}
