/** The number itself; null when it is infinite or undefined, so that neither ever leaves a measure. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
