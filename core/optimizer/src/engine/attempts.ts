/** One of several ways to the same solution, on each of which rounding may spoil something else. */
export interface Attempt {
  /** How far before the end of a cold start, of a path from 0 to 1, what happens is taken for rounding. */
  tolerance: number
  /** An irrational number: what its multiples have beyond whole numbers sets gradients apart at the beginning. */
  perturbation: number
  /** Whether a frontier is walked up from its beginning in any case. */
  isUpward: boolean
}

export const firstAttempt: Attempt = { tolerance: 1e-11, perturbation: 0.618_033_988_749_894_9, isUpward: false }

/** The usual one, then those that rounding may treat better. */
export const attempts: readonly Attempt[] = [
  firstAttempt,
  { ...firstAttempt, tolerance: 0, isUpward: true },
  { tolerance: 1e-11, perturbation: 0.414_213_562_373_095_1, isUpward: true },
  { tolerance: 0, perturbation: 0.302_775_637_731_994_6, isUpward: true },
]
