import { symmetricEigensystem, symmetricEigenvalues } from '@portofino/numeric'
import type { DenseCovariance } from './dense-covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import { checkedCovariance } from './checked-covariance.ts'
import { nearestCorrelation } from './nearest-correlation.ts'
import { withoutNegativeEigenvalues } from './without-negative-eigenvalues.ts'
import { chosenParameter } from '../parameters.ts'

/**
 * What to do about a covariance with negative eigenvalues: `error` refuses it, `clip` makes them zero, `shift` adds to every variance what
 * the smallest lacks, `nearest` takes the nearest correlation matrix and keeps the variances.
 */
export type PsdPolicy = 'error' | 'clip' | 'shift' | 'nearest'

export const psdPolicies: readonly PsdPolicy[] = ['error', 'clip', 'shift', 'nearest']

export interface RepairedCovariance {
  covariance: DenseCovariance
  /** As given, and as returned; the second may fall short of zero by rounding. */
  smallestEigenvalue: { before: number; after: number }
}

/**
 * A positive semidefinite covariance: the one given where it is, up to rounding (N·2^-50 of its largest eigenvalue), else repaired by the
 * policy.
 *
 * ```ts
 * const covariance = { kind: 'dense', n: 2, data: Float64Array.of(1, 2, 2, 1) } as const
 * const { covariance: clipped, smallestEigenvalue } = repairedCovariance(covariance, 'clip')
 * assert.deepEqual(Array.from(clipped.data, (value) => value.toFixed(9)), ['1.500000000', '1.500000000', '1.500000000', '1.500000000'])
 * assert.equal(smallestEigenvalue.before.toFixed(9), '-1.000000000')
 * ```
 *
 * @throws OptimizerInputError for a wrong shape, entries that are not finite or not symmetric, a negative variance, an unknown policy, and
 * under `error` a negative eigenvalue
 */
export function repairedCovariance(covariance: DenseCovariance, policy: PsdPolicy = 'error'): RepairedCovariance {
  const data = checkedCovariance(covariance)
  const { n } = covariance
  chosenParameter('psd', policy, psdPolicies)
  const values = symmetricEigenvalues(data, n)
  const before = values[0]!
  const tolerance = n * 4 * Number.EPSILON * Math.max(-before, values[n - 1]!)
  if (before >= -tolerance) {
    return { covariance: { kind: 'dense', n, data: data.slice() }, smallestEigenvalue: { before, after: before } }
  }
  const repaired = repair({ kind: 'dense', n, data }, policy, before)
  return {
    covariance: { kind: 'dense', n, data: repaired },
    smallestEigenvalue: { before, after: symmetricEigenvalues(repaired, n)[0]! },
  }
}

function repair({ n, data }: DenseCovariance, policy: PsdPolicy, smallest: number): Float64Array {
  switch (policy) {
    case 'error':
      throw new OptimizerInputError(
        'not_positive_semidefinite',
        `covariance must have no negative eigenvalue, got ${smallest}; repairedCovariance or psd "clip", "shift" or "nearest" mends it`,
        { field: 'covariance' },
      )
    case 'clip':
      return withoutNegativeEigenvalues(symmetricEigensystem(data, n))
    case 'shift':
      return data.map((value, at) => (at % (n + 1) === 0 ? value - smallest : value))
    default:
      return nearest({ kind: 'dense', n, data })
  }
}

/** The nearest correlation matrix of the correlations, with the variances as they were; what does not vary has no covariances. */
function nearest({ n, data }: DenseCovariance): Float64Array {
  const scales = Float64Array.from({ length: n }, (_, i) => Math.sqrt(data[i * n + i]!))
  const correlations = data.map((value, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    const scale = scales[i]! * scales[j]!
    return i === j ? 1 : scale === 0 ? 0 : value / scale
  })
  const repaired = nearestCorrelation(correlations, n)
  return repaired.map((value, at) => {
    const [i, j] = [Math.floor(at / n), at % n]
    return i === j ? data[at]! : value * (scales[i]! * scales[j]!)
  })
}
