import { attempts, firstAttempt } from '../engine/attempts.ts'
import type { Attempt } from '../engine/attempts.ts'

/** Whether rounding has kept an outcome from its answer. */
export function isSpoiled({ status }: { status: string }): boolean {
  return status === 'illConditioned' || status === 'stepLimit'
}

/** The first outcome that rounding has not spoiled; where it has spoiled all, that of the first attempt. */
export function soundest<Some extends { status: string }>(solve: (attempt: Attempt) => Some): Some {
  const first = solve(firstAttempt)
  if (!isSpoiled(first)) return first
  for (const attempt of attempts.slice(1)) {
    const other = solve(attempt)
    if (!isSpoiled(other)) return other
  }
  return first
}
