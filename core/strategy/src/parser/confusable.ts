/** A token with look-alikes and stray punctuation replaced by what was meant, and where the first of them stands. */
export interface Respelling {
  text: string
  /** Of the first replaced character, in UTF-16 units of the token as written. */
  at: number
  character: string
}

const dashes = /^[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]$/
const invisible = /^[\u00ad\u200b-\u200f\u2060\ufeff]$/
const curlyQuotes = /^[\u201c-\u201f\u00ab\u00bb]$/

/**
 * Dashes that are no hyphen, full-width characters, invisible characters, a comma for a decimal point, what glues two
 * legs together, quotes around everything. Null when the token has none of them, or when they mean something where they
 * stand.
 */
export function respelling(token: string): Respelling | null {
  if (!/[^!-~]|[,;"]|[%*][+&A-Za-z$^]/.test(token)) return null
  const frame = { isOption: /^[a-z]+=/.test(token), isQuoted: /^["\u201c-\u201f].*["\u201c-\u201f]$/s.test(token) }
  let text = ''
  let first: { at: number; character: string } | null = null
  let at = 0
  let depth = 0
  for (const character of token) {
    depth += nesting(character)
    const place = { before: token.charAt(at - 1), rest: token.slice(at + character.length, at + 40) }
    const meant = depth > 0 ? letter(character, frame.isQuoted) : meantCharacter(character, place, frame)
    if (meant !== character) first ??= { at, character }
    text += meant
    at += character.length
  }
  return first === null || text.trim() === '' ? null : { text, ...first }
}

function nesting(character: string): number {
  if ('([{'.includes(character)) return 1
  return ')]}'.includes(character) ? -1 : 0
}

interface Place {
  /** The character before. */
  before: string
  /** Some of what follows. */
  rest: string
}

function meantCharacter(
  character: string,
  place: Place,
  { isOption, isQuoted }: { isOption: boolean; isQuoted: boolean },
): string {
  if (character === ',' || character === ';') return separator(character, place, isOption)
  if (isOption || isQuoted || !/[%*]/.test(place.before) || !/^[+&A-Za-z$^]/.test(character)) return letter(character, isQuoted)
  return /[+&]/.test(character) ? ' ' : ` ${character}`
}

function separator(character: string, { before, rest }: Place, isOption: boolean): string {
  if (rest === '') return ''
  if (isOption) return character
  if (/\d/.test(before) && /^\d+(%|$)/.test(rest)) return '.'
  return /[%*\d]/.test(before) ? ' ' : character
}

function letter(character: string, isQuoted: boolean): string {
  if (character === '"' || curlyQuotes.test(character)) return isQuoted ? '' : character
  if (character <= '~') return character
  if (dashes.test(character)) return '-'
  if (invisible.test(character)) return ''
  const plain = character.normalize('NFKC').replace('\u2044', '/')
  return /^[!-~]+$/.test(plain) ? plain : character
}
