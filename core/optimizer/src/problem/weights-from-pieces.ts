import type { CheckedProblem } from './checked-problem.ts'
import type { Columns } from './columns.ts'

/** Weights of assets that are cut into pieces: to the last bit where a piece ends, and within bounds. */
export function weightsFromPieces({ lower, upper }: CheckedProblem, columns: Columns, x: Float64Array): Float64Array {
  const { base, assets, ends } = columns
  const weights = sumOfPieces(columns, base.slice(), x)
  const settle = (asset: number, at: number): void => {
    const tolerance = 8 * Number.EPSILON * (Math.abs(base[asset]!) + Math.abs(at))
    if (Math.abs(weights[asset]! - at) <= tolerance) weights[asset] = at
  }
  for (let k = 0; k < x.length; k++) {
    if (x[k] !== 0 && x[k] === columns.upper[k]) settle(assets[k]!, ends[k]!)
  }
  for (let asset = 0; asset < weights.length; asset++) {
    if (weights[asset]! < lower[asset]!) settle(asset, lower[asset]!)
    else if (weights[asset]! > upper[asset]!) settle(asset, upper[asset]!)
  }
  return weights
}

/** Adds what the pieces are to the weights. */
export function sumOfPieces({ assets, signs }: Columns, weights: Float64Array, x: Float64Array): Float64Array {
  for (let k = 0; k < x.length; k++) weights[assets[k]!] = weights[assets[k]!]! + signs[k]! * x[k]!
  return weights
}

/** How far weights are beyond their bounds. */
export function boundViolation({ lower, upper }: Pick<CheckedProblem, 'lower' | 'upper'>, weights: Float64Array): number {
  let most = 0
  for (let k = 0; k < weights.length; k++) most = Math.max(most, lower[k]! - weights[k]!, weights[k]! - upper[k]!)
  return most
}
