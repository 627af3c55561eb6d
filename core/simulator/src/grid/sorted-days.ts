import type { Day } from '@portofino/market'

/** Position of the first day on or after this one, within the positions `start` to `end`; `end` when all of them are before. */
export function firstOnOrAfter(days: Int32Array, day: Day, { start, end }: { start: number; end: number } = whole(days)): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

function whole({ length }: Int32Array): { start: number; end: number } {
  return { start: 0, end: length }
}

/** The part within the days, both included, as a view. */
export function daysWithin(days: Int32Array, from: Day, to: Day): Int32Array {
  return days.subarray(firstOnOrAfter(days, from), firstOnOrAfter(days, to + 1))
}

/** Every day that occurs in any of the lists, once, in order; the list itself where only one has any. */
export function unionOfDays(lists: readonly Int32Array[]): Int32Array {
  const [first, ...others] = lists.filter((days) => days.length > 0)
  return others.reduce(unionOfTwo, first ?? new Int32Array(0))
}

function unionOfTwo(a: Int32Array, b: Int32Array): Int32Array {
  const union = new Int32Array(a.length + b.length)
  let count = 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = i < a.length ? a[i]! : Number.POSITIVE_INFINITY
    const right = j < b.length ? b[j]! : Number.POSITIVE_INFINITY
    union[count] = Math.min(left, right)
    count += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return union.slice(0, count)
}

/** Whether two lists have the same days; strictly increasing lists mostly differ in their ends already. */
export function hasSameDays(a: Int32Array, b: Int32Array): boolean {
  const last = a.length - 1
  if (last !== b.length - 1 || a[0] !== b[0] || a[last] !== b[last]) return false
  if (a.buffer === b.buffer && a.byteOffset === b.byteOffset) return true
  let difference = 0
  for (let i = 0; i <= last; i++) difference |= a[i]! ^ b[i]!
  return difference === 0
}
