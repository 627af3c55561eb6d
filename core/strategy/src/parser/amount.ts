import { parseDecimal } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'

/** No number has more digits than a double keeps. */
export const maximumDigits = 15

/** Digits with an optional point between them, no sign; null for anything else and for more than 15 digits. */
export function readDecimal(text: string): Fraction | null {
  return text.length <= maximumDigits + 1 && /^\d+(\.\d+)?$/.test(text) && digits(text) <= maximumDigits
    ? parseDecimal(text)
    : null
}

/** The same with an optional minus. */
export function readSignedDecimal(text: string): Fraction | null {
  return readDecimal(text.startsWith('-') ? text.slice(1) : text) === null ? null : parseDecimal(text)
}

/** Digits only, at most 15; null for anything else. */
export function readWhole(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** The letters O and l where a zero and a one were meant. */
export function digitsForLetters(text: string): string {
  return text.replace(/[oO]/g, '0').replace(/[lI]/g, '1')
}

function digits(text: string): number {
  return text.includes('.') ? text.length - 1 : text.length
}
