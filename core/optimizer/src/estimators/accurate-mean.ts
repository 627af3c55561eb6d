import { sum } from '@portofino/numeric'

/**
 * Arithmetic mean, corrected by the mean of what deviates from it: of equal values it is exactly that value, so that an asset which does not
 * vary has no variance.
 *
 * @param values at least one; shape [n]
 */
export function accurateMean(values: Float64Array): number {
  const first = sum(values) / values.length
  return first + sum(values.map((value) => value - first)) / values.length
}
