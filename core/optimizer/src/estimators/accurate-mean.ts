/**
 * Arithmetic mean, corrected by the compensated mean of what deviates from it: of equal values it is exactly that value, so that an asset
 * which does not vary has no variance.
 *
 * @param values at least one; shape [n]
 */
export function accurateMean(values: Float64Array): number {
  let plain = 0
  for (let i = 0; i < values.length; i++) plain += values[i]!
  const first = plain / values.length
  // TwoSum, as in `sumOfProducts`.
  let [total, lost] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - first
    const next = total + deviation
    const added = next - total
    lost += total - (next - added) + (deviation - added)
    total = next
  }
  return first + (total + lost) / values.length
}
