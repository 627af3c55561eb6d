/** For tests: throws when an entry differs from the expected one by more than the tolerance, relative above 1. */
export function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number = 1e-11): void {
  if (actual.length !== expected.length) throw new Error(`${actual.length} entries instead of ${expected.length}`)
  for (let i = 0; i < actual.length; i++) {
    const isNear = Math.abs(actual[i]! - expected[i]!) <= tolerance * Math.max(1, Math.abs(expected[i]!))
    if (!isNear) throw new Error(`entry ${i}: ${actual[i]} instead of ${expected[i]}`)
  }
}
