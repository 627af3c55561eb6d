import { usualWay, ways } from '../engine/ways.ts'
import type { Way } from '../engine/ways.ts'

const spoiled: readonly string[] = ['illConditioned', 'stepLimit']

/** The first outcome that rounding has not spoiled; where it has spoiled all, the one of the first way. */
export function soundest<Some>(attempt: (way: Way) => Some, statusOf: (outcome: Some) => string): Some {
  const first = attempt(usualWay)
  if (!spoiled.includes(statusOf(first))) return first
  for (const way of ways.slice(1)) {
    const other = attempt(way)
    if (!spoiled.includes(statusOf(other))) return other
  }
  return first
}
