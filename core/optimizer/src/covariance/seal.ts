import type { DenseCovariance } from './dense-covariance.ts'

/** Those that were checked. Their numbers can still be written to, which no engine can forbid: who does loses the check. */
const sealed = new WeakSet<DenseCovariance>()

/** Whether `sealedCovariance` made it. */
export function isSealed(covariance: DenseCovariance): boolean {
  return sealed.has(covariance)
}

/** Marks a covariance that passed all checks, and whose numbers nobody else holds yet. */
export function seal(covariance: DenseCovariance): DenseCovariance {
  Object.freeze(covariance)
  sealed.add(covariance)
  return covariance
}
