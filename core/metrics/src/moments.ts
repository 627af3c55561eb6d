import { sum, sumOfTerms } from '@portofino/numeric'
import { isNegligible } from './negligible.ts'

/** What the measures need to know about a list of returns, computed once. */
export interface Moments {
  count: number
  /** Zero for no values. */
  mean: number
  /** Sample standard deviation, with n − 1; zero below two values. */
  deviation: number
  /** Population skewness; null without spread. */
  skewness: number | null
  /** Population excess kurtosis: 0 for a normal distribution; null without spread. */
  excessKurtosis: number | null
  /** Largest size: max |value|; zero for no values. */
  largest: number
}

/** Returns of shape [n], or their moments where a caller has them already. */
export type Sample = Float64Array | Moments

/**
 * Moments by two passes of compensated sums; moments given are passed through.
 *
 * ```ts
 * const { mean, deviation } = moments(Float64Array.of(0.02, -0.01, 0.03, -0.02))
 * assert.equal(mean.toFixed(8), '0.00500000')
 * assert.equal(deviation.toFixed(8), '0.02380476')
 * ```
 */
export function moments(sample: Sample): Moments {
  if (!(sample instanceof Float64Array)) return sample
  const values = sample
  const count = values.length
  const mean = count === 0 ? 0 : sum(values) / count
  const squares = sumOfTerms(count, (i) => (values[i]! - mean) * (values[i]! - mean))
  const deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1))
  const largest = largestSize(values)
  return { count, mean, deviation, largest, ...shape(values, { mean, squares, isFlat: isNegligible(deviation, largest) }) }
}

interface Spread {
  mean: number
  squares: number
  isFlat: boolean
}

function shape(values: Float64Array, { mean, squares, isFlat }: Spread): Pick<Moments, 'skewness' | 'excessKurtosis'> {
  if (isFlat) return { skewness: null, excessKurtosis: null }
  const count = values.length
  const variance = squares / count
  // Scaled first, so that powers of small returns do not underflow.
  const scale = 1 / Math.sqrt(variance)
  const cubes = sumOfTerms(count, (i) => {
    const scaled = (values[i]! - mean) * scale
    return scaled * scaled * scaled
  })
  const fourths = sumOfTerms(count, (i) => {
    const scaled = (values[i]! - mean) * scale
    return scaled * scaled * scaled * scaled
  })
  return { skewness: cubes / count, excessKurtosis: fourths / count - 3 }
}

export function largestSize(values: Float64Array): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!))
  return largest
}
