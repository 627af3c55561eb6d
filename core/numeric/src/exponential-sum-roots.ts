import { bracketedRoot } from './bracketed-root.ts'

/** Summand c·e^(k·x). */
export interface ExponentialTerm {
  coefficient: number
  exponent: number
}

/**
 * All real zeros of Σ c·e^(k·x), ascending; those beyond the range of numbers are left out. None for fewer than two terms
 * with different exponents.
 *
 * A sum whose coefficients change their sign s times, in the order of the exponents, has at most s zeros. Divided by an
 * exponential with an exponent between those of a change, its derivative changes sign s − 1 times; between two
 * zeros of that derivative the sum is monotone, so the zeros of one tell where the other's can be.
 *
 * Source: the proof of Descartes' rule of signs in G. Pólya, G. Szegő, "Problems and Theorems in Analysis II", part five.
 *
 * ```ts
 * // (e^x − 2)(e^x − 3)
 * const roots = exponentialSumRoots([
 *   { coefficient: 1, exponent: 2 },
 *   { coefficient: -5, exponent: 1 },
 *   { coefficient: 6, exponent: 0 },
 * ])
 * assert.deepEqual(roots.map((root) => Math.exp(root).toFixed(9)), ['2.000000000', '3.000000000'])
 * ```
 *
 * @param terms in any order; finite
 */
export function exponentialSumRoots(terms: readonly ExponentialTerm[]): number[] {
  return rootsInOrder(normalized(combined(terms)))
}

/** Ascending exponents, each once, no zero coefficients. */
function combined(terms: readonly ExponentialTerm[]): ExponentialTerm[] {
  const sorted = terms.toSorted((a, b) => a.exponent - b.exponent)
  const result: ExponentialTerm[] = []
  for (const { coefficient, exponent } of sorted) {
    const last = result.at(-1)
    if (last?.exponent === exponent) last.coefficient += coefficient
    else result.push({ coefficient, exponent })
  }
  return result.filter(({ coefficient }) => coefficient !== 0)
}

function rootsInOrder(terms: readonly NormalizedTerm[]): number[] {
  const change = terms.findIndex(({ coefficient }, i) => i > 0 && coefficient > 0 !== terms[i - 1]!.coefficient > 0)
  if (change < 0) return []
  const pivot = (terms[change - 1]!.exponent + terms[change]!.exponent) / 2
  const turns = rootsInOrder(
    normalized(terms.map((term) => ({ ...term, coefficient: term.coefficient * (term.exponent - pivot) }))),
  )
  const roots: number[] = []
  let low = -Infinity
  for (const high of [...turns, Infinity]) {
    const root = rootBetween(terms, { low, high })
    if (root !== null && root !== roots.at(-1)) roots.push(root)
    low = high
  }
  return roots
}

interface NormalizedTerm extends ExponentialTerm {
  /** ln |coefficient|. */
  logSize: number
}

/** Largest coefficient 1, so that repeated derivatives neither overflow nor vanish. */
function normalized(terms: readonly ExponentialTerm[]): NormalizedTerm[] {
  const largest = terms.reduce((size, { coefficient }) => Math.max(size, Math.abs(coefficient)), 0)
  return terms
    .map(({ coefficient, exponent }) => ({ coefficient: coefficient / largest, exponent }))
    .filter(({ coefficient }) => coefficient !== 0)
    .map((term) => ({ ...term, logSize: Math.log(Math.abs(term.coefficient)) }))
}

/** The only zero of a sum that is monotone, up to an exponential factor, between `low` and `high`. */
function rootBetween(terms: readonly NormalizedTerm[], { low, high }: { low: number; high: number }): number | null {
  const f = (x: number): number => scaledSum(terms, x)
  // Far out the outermost terms decide.
  const lowSign = low === -Infinity ? Math.sign(terms[0]!.coefficient) : Math.sign(f(low))
  const highSign = high === Infinity ? Math.sign(terms.at(-1)!.coefficient) : Math.sign(f(high))
  if (lowSign === 0) return low
  if (highSign === 0) return high
  if (lowSign === highSign) return null
  const step = 1 / (terms.at(-1)!.exponent - terms[0]!.exponent)
  const from = low === -Infinity ? firstOfSign(f, { start: Math.min(high, 0), step: -step, sign: lowSign }) : low
  const to = high === Infinity ? firstOfSign(f, { start: Math.max(low, 0), step, sign: highSign }) : high
  return from === null || to === null ? null : bracketedRoot(f, { low: from, high: to })
}

interface Search {
  start: number
  step: number
  sign: number
}

/** Goes out from the start by ever longer steps until the function has the sign it has at infinity; null when no number reaches there. */
function firstOfSign(f: (x: number) => number, { start, step, sign }: Search): number | null {
  let x = start + step
  for (let next = 2 * step; Number.isFinite(x) && Math.sign(f(x)) !== sign; next *= 2) x += next
  return Number.isFinite(x) ? x : null
}

/** The sum divided by its largest term, which keeps its sign and cannot overflow; zero when only rounding errors are left. */
function scaledSum(terms: readonly NormalizedTerm[], x: number): number {
  let largest = -Infinity
  for (const { logSize, exponent } of terms) largest = Math.max(largest, logSize + exponent * x)
  let total = 0
  let size = 0
  for (const { coefficient, exponent } of terms) {
    const term = coefficient * Math.exp(exponent * x - largest)
    total += term
    size += Math.abs(term)
  }
  return Math.abs(total) <= size * 4 * Number.EPSILON ? 0 : total
}
