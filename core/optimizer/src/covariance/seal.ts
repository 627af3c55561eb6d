import type { DenseCovariance } from './dense-covariance.ts'

/** Those that were checked, and that nobody else can change. */
const sealed = new WeakSet<DenseCovariance>()

/** Whether `sealedCovariance` made it. */
export function isSealed(covariance: DenseCovariance): boolean {
  return sealed.has(covariance)
}

/** Marks a covariance that passed all checks, and that nobody else holds. */
export function seal(covariance: DenseCovariance): DenseCovariance {
  Object.freeze(covariance)
  sealed.add(covariance)
  return covariance
}
