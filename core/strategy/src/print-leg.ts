import type { InstrumentReference, Leg, Subject, Weight } from './tree.ts'

/** `AAPL-L-50%`, `XNAS:AAPL-S-1/3`, `$CASH-L-*`. */
export function printLeg({ subject, side, weight }: Leg): string {
  return `${printSubject(subject)}-${side}-${printWeight(weight)}`
}

/** Legs in the brackets of a basket. */
export function printBasket(legs: readonly Leg[]): string {
  return `(${legs.map(printLeg).join(' ')})`
}

/**
 * An instrument as it stands in a command: `AAPL`, `XNAS:AAPL`.
 *
 * ```ts
 * const span = { start: 0, end: 9, utf8Start: 0, utf8End: 9 }
 * assert.equal(printInstrument({ kind: 'instrument', market: 'XNAS', symbol: 'AAPL', span }), 'XNAS:AAPL')
 * ```
 */
export function printInstrument({ market, symbol }: InstrumentReference): string {
  return market === null ? symbol : `${market}:${symbol}`
}

function printSubject(subject: Subject): string {
  return subject.kind === 'cash' ? '$CASH' : printInstrument(subject)
}

export function printWeight(weight: Weight): string {
  if (weight.kind === 'rest') return '*'
  return weight.kind === 'percent' ? `${weight.percent}%` : weight.fraction
}
