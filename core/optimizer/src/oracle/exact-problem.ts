import type { Fraction } from '@portofino/numeric'

/** min ½w'Qw − pull'w over lower <= w <= upper and rows. */
export interface ExactProblem {
  /** Positive definite. */
  covariance: readonly (readonly bigint[])[]
  lower: readonly Fraction[]
  upper: readonly Fraction[]
  rows: readonly { coefficients: readonly bigint[]; lower: Fraction; upper: Fraction }[]
}

/** A problem and its pull in whole numbers: weights, limits and the pull so many times as large. */
export interface WholeProblem {
  times: bigint
  covariance: readonly (readonly bigint[])[]
  pull: readonly bigint[]
  lower: readonly bigint[]
  upper: readonly bigint[]
  rows: readonly { coefficients: readonly bigint[]; lower: bigint; upper: bigint }[]
}

export function wholeProblem({ covariance, lower, upper, rows }: ExactProblem, pull: readonly Fraction[]): WholeProblem {
  const limits = [...lower, ...upper, ...rows.flatMap((row) => [row.lower, row.upper])]
  const times = [...pull, ...limits].reduce((common, { denominator }) => leastCommonMultiple(common, denominator), 1n)
  const whole = ({ numerator, denominator }: Fraction): bigint => (numerator * times) / denominator
  return {
    times,
    covariance,
    pull: pull.map(whole),
    lower: lower.map(whole),
    upper: upper.map(whole),
    rows: rows.map((row) => ({ coefficients: row.coefficients, lower: whole(row.lower), upper: whole(row.upper) })),
  }
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}

export function wholeDot(a: readonly bigint[], b: readonly bigint[]): bigint {
  let total = 0n
  for (let k = 0; k < a.length; k++) total += a[k]! * b[k]!
  return total
}
