import { fraction } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'

/** What solves a square system of whole numbers: each over the same denominator, which is above zero. */
interface ExactSolution {
  numerators: bigint[]
  denominator: bigint
}

/**
 * Solves a square system of whole numbers by elimination that stays among them; null where it has no single solution.
 *
 * Source: E. H. Bareiss, "Sylvester's Identity and Multistep Integer-Preserving Gaussian Elimination", Mathematics of Computation 22, 1968.
 *
 * @param lines each with its right-hand side as the last entry; changed on the way
 */
export function exactSolution(lines: bigint[][]): ExactSolution | null {
  const n = lines.length
  let previous = 1n
  for (let k = 0; k < n; k++) {
    const at = lines.findIndex((line, i) => i >= k && line[k] !== 0n)
    if (at < 0) return null
    const found = lines[at]!
    lines[at] = lines[k]!
    lines[k] = found
    const pivot = found[k]!
    for (let i = 0; i < n; i++) if (i !== k) eliminate(lines[i]!, found, { k, pivot, previous })
    previous = pivot
  }
  const sign = previous < 0n ? -1n : 1n
  return { numerators: lines.map((line) => sign * line[n]!), denominator: sign * previous }
}

function eliminate(
  line: bigint[],
  found: readonly bigint[],
  { k, pivot, previous }: { k: number; pivot: bigint; previous: bigint },
): void {
  const own = line[k]!
  line[k] = 0n
  for (let j = k + 1; j < line.length; j++) line[j] = (pivot * line[j]! - own * found[j]!) / previous
}

/** The double itself, as a fraction. */
export function exactly(value: number): Fraction {
  let [numerator, denominator] = [value, 1n]
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    denominator *= 2n
  }
  return fraction(BigInt(numerator), denominator)
}
