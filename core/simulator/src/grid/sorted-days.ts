import type { Day } from '@portofino/market'

/** Position of the first day on or after this one; the length when all are before. */
export function firstOnOrAfter(days: Int32Array, day: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The part within the days, both included, as a view. */
export function daysWithin(days: Int32Array, from: Day, to: Day): Int32Array {
  return days.subarray(firstOnOrAfter(days, from), firstOnOrAfter(days, to + 1))
}

/** Every day that occurs in any of the lists, once, in order; one of the lists itself where it holds all. */
export function unionOfDays(lists: readonly Int32Array[]): Int32Array {
  let union = new Int32Array(0)
  for (const days of lists) union = unionOfTwo(union, days)
  return union
}

function unionOfTwo(a: Int32Array, b: Int32Array): Int32Array<ArrayBuffer> {
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

export function hasSameDays(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
