import type { Day } from './day.ts'
import type { CorporateAction } from './price-series.ts'

/** Something in a price series that looks wrong. Reported, never repaired. */
export interface Suspicion {
  kind: 'jump' | 'move' | 'not-positive' | 'stale'
  day: Day
  /** One sentence without the date. */
  message: string
}

/** More equal closes in a row than this are stale. */
const staleAfter = 10
const hundredfold = 100

/**
 * What a person should look at: a close that is not above zero, a hundredfold jump (pence for pounds), a move above 50% without a
 * split or dividend on that session, more than ten equal closes in a row. Oldest first.
 *
 * ```ts
 * const days = Int32Array.of(1, 2, 3)
 * const [jump] = suspicions({ days, closes: Float64Array.of(1.5, 150, 151) }, [])
 * assert.equal(jump?.kind, 'jump')
 * ```
 *
 * @param prices closes as the source gave them, zeros and negative ones included; shape [n] each
 */
export function suspicions(
  { days, closes }: { days: Int32Array; closes: Float64Array },
  actions: readonly CorporateAction[],
): Suspicion[] {
  const found: Suspicion[] = []
  let equal = 1
  for (let t = 0; t < days.length; t++) {
    const close = closes[t]!
    const move = t === 0 ? null : suspiciousMove(closes[t - 1]!, close)
    if (!(close > 0)) found.push({ kind: 'not-positive', day: days[t]!, message: `close of ${close} is not above zero` })
    else if (move !== null && !isExplained(actions, days[t - 1]!, days[t]!)) found.push({ ...move, day: days[t]! })
    equal = t > 0 && close === closes[t - 1]! ? equal + 1 : 1
    if (equal === staleAfter + 1) {
      found.push({ kind: 'stale', day: days[t]!, message: `more than ${staleAfter} equal closes of ${close} in a row` })
    }
  }
  return found
}

function suspiciousMove(before: number, close: number): Pick<Suspicion, 'kind' | 'message'> | null {
  if (!(before > 0) || !(close > 0)) return null
  const ratio = close / before
  if (ratio >= hundredfold || ratio <= 1 / hundredfold) return { kind: 'jump', message: `close goes from ${before} to ${close}` }
  if (Math.abs(ratio - 1) <= 0.5) return null
  return { kind: 'move', message: `close moves by ${((ratio - 1) * 100).toFixed(1)}% without a split or dividend` }
}

function isExplained(actions: readonly CorporateAction[], after: Day, until: Day): boolean {
  return actions.some(({ type, day }) => day > after && day <= until && (type === 'split' || type === 'dividend'))
}
