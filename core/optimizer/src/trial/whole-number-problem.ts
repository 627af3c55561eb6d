import fc from 'fast-check'
import { fraction } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import type { ExactProblem } from '../oracle/exact-problem.ts'
import type { Problem } from '../problem/problem.ts'

/** A problem twice: as it is asked, and exactly. */
export interface WholeNumberProblem {
  problem: Problem & { expectedReturns: Float64Array }
  exact: ExactProblem
  returns: Fraction[]
}

/** Bounds and limits in 32nds, which are exact: whether 0.1 + 3 × 0.3 reaches 1 is no question of the optimizer. */
interface Drawn {
  /** Entries of a matrix G, with G'G + I as the covariance. */
  loadings: number[][]
  returns: number[]
  lower: number[]
  upper: number[]
  rows: DrawnRow[]
}

interface DrawnRow {
  coefficients: number[]
  lower: number
  /** From the lower to the upper limit; null where there is no upper one. */
  width: number | null
}

const parts = 32
/** Beyond all that bounds leave. */
export const far: Fraction = fraction(100_000n)

/** Assets so many, up to two rows; half of them with short sales. For tests. */
export function wholeNumberProblem(assets: { min: number; max: number }): fc.Arbitrary<WholeNumberProblem> {
  return fc
    .tuple(fc.integer(assets), fc.boolean())
    .chain(([n, isShort]) => {
      const each = (value: fc.Arbitrary<number>): fc.Arbitrary<number[]> => fc.array(value, { minLength: n, maxLength: n })
      const floor = fc.integer({ min: isShort ? -20 : 0, max: isShort ? 0 : Math.floor(parts / n / 2) })
      const cap = fc.integer({ min: Math.ceil(parts / n), max: parts + 8 })
      const row = fc.record({
        coefficients: each(fc.integer({ min: -2, max: 3 })),
        lower: fc.integer({ min: -parts, max: parts }),
        width: fc.option(fc.integer({ min: 0, max: parts })),
      })
      return fc.record({
        loadings: fc.array(each(fc.integer({ min: -4, max: 4 })), { minLength: 1, maxLength: 6 }),
        returns: each(fc.integer({ min: -9, max: 9 })),
        lower: fc.oneof(
          each(floor),
          floor.map((value) => repeated(n, value)),
        ),
        upper: fc.oneof(
          each(cap),
          cap.map((value) => repeated(n, value)),
        ),
        rows: fc.array(row, { maxLength: 2 }),
      })
    })
    .map(bothOf)
}

const repeated = (n: number, value: number): number[] => Array.from({ length: n }, () => value)

const part = (count: number): Fraction => fraction(BigInt(count), BigInt(parts))

function bothOf({ loadings, returns, lower, upper, rows }: Drawn): WholeNumberProblem {
  const n = returns.length
  const entry = (i: number, j: number): number => loadings.reduce((total, line) => total + line[i]! * line[j]!, i === j ? 1 : 0)
  const covariance = returns.map((_, i) => returns.map((__, j) => entry(i, j)))
  const doubles = (counts: readonly number[]): Float64Array => Float64Array.from(counts, (count) => count / parts)
  return {
    problem: {
      covariance: { kind: 'dense', n, data: Float64Array.from(covariance.flat()) },
      expectedReturns: Float64Array.from(returns),
      bounds: { lower: doubles(lower), upper: doubles(upper) },
      rows: rows.map(({ coefficients, lower: least, width }, index) => ({
        name: `row ${index}`,
        coefficients: Float64Array.from(coefficients),
        lower: least / parts,
        ...(width === null ? {} : { upper: (least + width) / parts }),
      })),
    },
    exact: {
      covariance: covariance.map((line) => line.map(BigInt)),
      lower: lower.map(part),
      upper: upper.map(part),
      rows: [
        { coefficients: returns.map(() => 1n), lower: part(parts), upper: part(parts) },
        ...rows.map(({ coefficients, lower: least, width }) => ({
          coefficients: coefficients.map(BigInt),
          lower: part(least),
          upper: width === null ? far : part(least + width),
        })),
      ],
    },
    returns: returns.map((value) => fraction(BigInt(value))),
  }
}
