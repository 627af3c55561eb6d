import type { Program } from './tree.ts'

/**
 * Whether two trees mean the same: everything but spans is equal. Leg order counts.
 *
 * ```ts
 * const one = parse('aapl-l-1/2 MSFT-L-50.0% 2020 2022').ast!
 * const other = parse('AAPL-L-50% MSFT-L-50% 2020-01-01 2022-12-31 # the same').ast!
 * assert.ok(equalPrograms(one, other))
 * ```
 */
export function equalPrograms(a: Program, b: Program): boolean {
  return isEqual(a, b)
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = meaningful(a)
  const right = new Map(meaningful(b))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isEqual(value, right.get(key)))
}

function meaningful(node: object): [string, unknown][] {
  return Object.entries(node).filter(([key]) => key !== 'span' && key !== 'fromSpan' && key !== 'toSpan')
}
