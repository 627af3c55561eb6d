import type { Day } from './day.ts'
import { holdingsByAction } from './holdings-by-action.ts'
import type { CorporateAction } from './corporate-action.ts'

/** Something in a price series that looks wrong. Reported, never repaired. */
export interface Suspicion {
  /** `not-positive` for closes that a source gives as zero; the others are found by `suspicions`. */
  kind: 'jump' | 'move' | 'dividend' | 'not-positive' | 'stale'
  day: Day
  /** One sentence without the date. */
  message: string
}

/** More equal closes in a row than this are stale. */
const staleAfter = 10
const hundredfold = 100

/**
 * What a person should look at: a hundredfold jump (pence for pounds), a move above 50% without a split or dividend on that session,
 * a dividend above the price before it, more than ten equal closes in a row. Oldest first.
 *
 * ```ts
 * const days = Int32Array.of(1, 2, 3)
 * const [jump] = suspicions({ days, closes: Float64Array.of(1.5, 150, 151) }, [])
 * assert.equal(jump?.kind, 'jump')
 * ```
 *
 * @param prices closes as traded where they are known, else as adjusted; not yields; shape [n] each
 */
export function suspicions(
  { days, closes }: { days: Int32Array; closes: Float64Array },
  actions: readonly CorporateAction[],
): Suspicion[] {
  const found: Suspicion[] = []
  const events = holdingsByAction(days, actions)
  let equal = 1
  for (let t = 1; t < days.length; t++) {
    const [before, close, day] = [closes[t - 1]!, closes[t]!, days[t]!]
    const event = events.get(t)
    const move = event === undefined ? suspiciousMove(before, close) : null
    if (move !== null) found.push({ ...move, day })
    if (event !== undefined && event.paid > before) {
      found.push({ kind: 'dividend', day, message: `dividend of ${event.paid} is above the price before it, ${before}` })
    }
    equal = close === before ? equal + 1 : 1
    if (equal === staleAfter + 1) {
      found.push({ kind: 'stale', day, message: `more than ${staleAfter} equal closes of ${close} in a row` })
    }
  }
  return found
}

function suspiciousMove(before: number, close: number): Pick<Suspicion, 'kind' | 'message'> | null {
  const ratio = close / before
  if (ratio >= hundredfold || ratio <= 1 / hundredfold) return { kind: 'jump', message: `close goes from ${before} to ${close}` }
  if (Math.abs(ratio - 1) <= 0.5) return null
  return { kind: 'move', message: `close moves by ${((ratio - 1) * 100).toFixed(1)}% without a split or dividend` }
}
