import type { Cell } from 'hucre/xlsx'

/** A cell holds no more UTF-16 units. */
const longestText = 32_767

/** The writer turns texts like `#N/A` into error values, unless they come as runs of rich text. */
const errorNames = /^#[A-Z0-9/_]+[!?]?$/

/**
 * A text as a cell that shows exactly it: never a formula, an error value or an escape sequence. What XML cannot carry is
 * replaced.
 */
export function textCell(text: string): Partial<Cell> {
  const value = carriedText(text)
  return errorNames.test(value) ? { value, richText: [{ text: value }] } : { value }
}

/** Text with its own `_x0041_` kept from being read as a letter, without characters that no XML may hold. */
function carriedText(text: string): string {
  const whole = text.toWellFormed().replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
  const short = whole.length > longestText ? `${whole.slice(0, longestText - 1).toWellFormed()}…` : whole
  return short.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
