import { compareFractions, divideFractions, multiplyFractions, subtractFractions, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'

/** Solves a square system by elimination, exactly; null where it has no single solution. */
export function exactSolution(matrix: readonly (readonly Fraction[])[], right: readonly Fraction[]): Fraction[] | null {
  const n = right.length
  const lines = matrix.map((line, i) => [...line, right[i]!])
  for (let k = 0; k < n; k++) {
    const pivot = lines.findIndex((line, i) => i >= k && compareFractions(line[k]!, zero) !== 0)
    if (pivot < 0) return null
    const [found] = lines.splice(pivot, 1)
    lines.splice(k, 0, found!)
    lines.forEach((line, i) => {
      if (i === k || compareFractions(line[k]!, zero) === 0) return
      const share = divideFractions(line[k]!, found![k]!)
      for (let j = k; j <= n; j++) line[j] = subtractFractions(line[j]!, multiplyFractions(share, found![j]!))
    })
  }
  return lines.map((line, i) => divideFractions(line[n]!, line[i]!))
}

/** The double itself, as a fraction. */
export function exactly(value: number): Fraction {
  let [numerator, denominator] = [value, 1n]
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    denominator *= 2n
  }
  return divideFractions({ numerator: BigInt(numerator), denominator: 1n }, { numerator: denominator, denominator: 1n })
}
