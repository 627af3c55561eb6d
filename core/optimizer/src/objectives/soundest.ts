import { usualWay, ways } from '../engine/ways.ts'
import type { Way } from '../engine/ways.ts'

const spoiled: readonly string[] = ['illConditioned', 'stepLimit']

/** The first outcome that rounding has not spoiled; where it has spoiled all, the one of the first way. */
export function soundest<Some extends { status: string }>(attempt: (way: Way) => Some): Some {
  const first = attempt(usualWay)
  if (!spoiled.includes(first.status)) return first
  for (const way of ways.slice(1)) {
    const other = attempt(way)
    if (!spoiled.includes(other.status)) return other
  }
  return first
}
