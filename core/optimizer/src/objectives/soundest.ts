import { attempts, firstAttempt } from '../engine/attempts.ts'
import type { Attempt } from '../engine/attempts.ts'

const spoiled: readonly string[] = ['illConditioned', 'stepLimit']

/** The first outcome that rounding has not spoiled; where it has spoiled all, that of the first attempt. */
export function soundest<Some extends { status: string }>(solve: (attempt: Attempt) => Some): Some {
  const first = solve(firstAttempt)
  if (!spoiled.includes(first.status)) return first
  for (const attempt of attempts.slice(1)) {
    const other = solve(attempt)
    if (!spoiled.includes(other.status)) return other
  }
  return first
}
