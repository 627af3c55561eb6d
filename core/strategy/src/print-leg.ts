import { subjectKey } from './instrument-key.ts'
import type { Leg, Weight } from './tree.ts'

/** `AAPL-L-50%`, `XNAS:AAPL-S-1/3`, `$CASH-L-*`. */
export function printLeg({ subject, side, weight }: Leg): string {
  return `${subjectKey(subject)}-${side}-${printWeight(weight)}`
}

/** Legs in the brackets of a basket. */
export function printBasket(legs: readonly Leg[]): string {
  return `(${legs.map(printLeg).join(' ')})`
}

/** `50%`, `1/3`, `*`. */
export function printWeight(weight: Weight): string {
  if (weight.kind === 'rest') return '*'
  return weight.kind === 'percent' ? `${weight.percent}%` : weight.fraction
}
