import { pairedCount, type JointMoments } from './joint-moments.ts'

/**
 * Joint moments of each run of `window` returns, in linear time.
 *
 * Nothing is ever subtracted again, so no rounding error of returns long gone stays behind: each window is the end of one
 * block of `window` returns merged with the beginning of the next.
 *
 * Source of the merging: T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating formulae and a pairwise algorithm for computing
 * sample variances", 1979.
 *
 * @param pair matched by date; shape [n] each
 * @returns shape [n − window + 1], empty for fewer returns
 * @throws RangeError for a window below 2 or not whole, or when the two differ in length
 */
export function slidingMoments(pair: readonly [Float64Array, Float64Array], window: number): JointMoments[] {
  checkWindow(window)
  const count = pairedCount(pair)
  const [portfolio, benchmark] = pair
  const windows: JointMoments[] = []
  for (let block = 0; block + window <= count; block += window) {
    const ends = blockEnds(pair, { block, window })
    let next = nothing
    for (let i = block; i < block + window && i + window <= count; i++) {
      if (i > block) next = extended(next, portfolio[i + window - 1]!, benchmark[i + window - 1]!)
      windows.push(jointMomentsOf(merged(ends[i - block]!, next)))
    }
  }
  return windows
}

/** Throws a RangeError for a window below 2 or not whole. */
export function checkWindow(window: number): void {
  if (!(Number.isInteger(window) && window >= 2)) {
    throw new RangeError(`Cannot roll a measure: the window must be a whole number from 2 on, got ${window}`)
  }
}

/** Sums around the means, which can be merged. */
interface Gathered {
  count: number
  mean: number
  benchmarkMean: number
  squares: number
  benchmarkSquares: number
  products: number
  largest: number
  benchmarkLargest: number
}

const nothing: Gathered = {
  count: 0,
  mean: 0,
  benchmarkMean: 0,
  squares: 0,
  benchmarkSquares: 0,
  products: 0,
  largest: 0,
  benchmarkLargest: 0,
}

/** Of the returns from each position of a block to the block's end. */
function blockEnds(
  [portfolio, benchmark]: readonly [Float64Array, Float64Array],
  { block, window }: { block: number; window: number },
): Gathered[] {
  const ends = Array.from({ length: window }, () => nothing)
  let end = nothing
  for (let i = window - 1; i >= 0; i--) ends[i] = end = extended(end, portfolio[block + i]!, benchmark[block + i]!)
  return ends
}

function extended(a: Gathered, value: number, benchmarkValue: number): Gathered {
  const count = a.count + 1
  const share = 1 / count
  const step = value - a.mean
  const benchmarkStep = benchmarkValue - a.benchmarkMean
  const weight = a.count * share
  return {
    count,
    mean: a.mean + step * share,
    benchmarkMean: a.benchmarkMean + benchmarkStep * share,
    squares: a.squares + step * step * weight,
    benchmarkSquares: a.benchmarkSquares + benchmarkStep * benchmarkStep * weight,
    products: a.products + step * benchmarkStep * weight,
    largest: Math.max(a.largest, Math.abs(value)),
    benchmarkLargest: Math.max(a.benchmarkLargest, Math.abs(benchmarkValue)),
  }
}

function merged(a: Gathered, b: Gathered): Gathered {
  const count = a.count + b.count
  const share = b.count / count
  const step = b.mean - a.mean
  const benchmarkStep = b.benchmarkMean - a.benchmarkMean
  const weight = a.count * share
  return {
    count,
    mean: a.mean + step * share,
    benchmarkMean: a.benchmarkMean + benchmarkStep * share,
    squares: a.squares + b.squares + step * step * weight,
    benchmarkSquares: a.benchmarkSquares + b.benchmarkSquares + benchmarkStep * benchmarkStep * weight,
    products: a.products + b.products + step * benchmarkStep * weight,
    largest: Math.max(a.largest, b.largest),
    benchmarkLargest: Math.max(a.benchmarkLargest, b.benchmarkLargest),
  }
}

function jointMomentsOf(a: Gathered): JointMoments {
  const divisor = a.count - 1
  return {
    count: a.count,
    mean: a.mean,
    benchmarkMean: a.benchmarkMean,
    variance: a.squares / divisor,
    benchmarkVariance: a.benchmarkSquares / divisor,
    covariance: a.products / divisor,
    largest: a.largest,
    benchmarkLargest: a.benchmarkLargest,
  }
}
