/** The number itself; null when it is infinite or undefined, so that neither ever leaves a measure. Negative zero becomes zero. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null
}
