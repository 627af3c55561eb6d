import { isLatinToTheEye, isRaised, latinLetter } from './latin-letters.ts'

/** A token with look-alikes and stray punctuation replaced by what was meant, and where the first of them stands. */
export interface Respelling {
  text: string
  /** Of the first replaced character, in UTF-16 units of the token as written. */
  at: number
  character: string
}

const dashes = /^[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]$/
const curlyQuotes = /^[\u201c-\u201f\u00ab\u00bb]$/

/** Whether a character leaves no mark. */
export function isInvisible(character: string): boolean {
  return /^[\u00ad\u200b-\u200f\u2060\ufeff]$/.test(character)
}

/**
 * Dashes that are no hyphen, letters of other scripts that print like Latin ones, full-width characters, invisible
 * characters, a comma for a decimal point, what glues two legs together, quotes or brackets around everything. Null when the token has none of them, or when they mean something where they
 * stand.
 */
export function respelling(token: string): Respelling | null {
  if (!/[^!-~]|[,;"]|[%*][-+&/:A-Za-z$^]|^[([{]/.test(token)) return null
  const frame = frameOf(token)
  let text = ''
  let first: { at: number; character: string } | null = null
  let at = 0
  let depth = frame.isBracketed ? -1 : 0
  for (const character of token) {
    depth += nesting(character)
    const meant = meantCharacter(character, { token, at, depth }, frame)
    if (meant !== character) first ??= { at, character }
    text += meant
    at += character.length
  }
  return first === null || text.trim() === '' ? null : { text, ...first }
}

/** What holds a token together. */
interface Frame {
  isOption: boolean
  isQuoted: boolean
  isBracketed: boolean
  isLatin: boolean
}

function frameOf(token: string): Frame {
  return {
    isOption: /^[a-z]+=/.test(token),
    isQuoted: /^["\u201c-\u201f].*["\u201c-\u201f]$/s.test(token),
    isBracketed: /^[([{].*-.*[)\]}]$/s.test(token),
    isLatin: isLatinToTheEye(token),
  }
}

function nesting(character: string): number {
  if ('([{'.includes(character)) return 1
  return ')]}'.includes(character) ? -1 : 0
}

interface Place {
  token: string
  at: number
  /** In how many brackets, the outermost around everything not counted. */
  depth: number
}

function meantCharacter(character: string, { token, at, depth }: Place, frame: Frame): string {
  if (frame.isBracketed && (at === 0 || at === token.length - 1)) return ''
  if (depth > 0) return letter(character, frame)
  if (isInvisible(character)) return partsPieces(token, at) ? ' ' : ''
  return stop(character, { token, at }, frame) ?? letter(character, frame)
}

/** What a comma, a semicolon or the place after a leg is for; null where it is for nothing. */
function stop(character: string, { token, at }: Pick<Place, 'token' | 'at'>, frame: Frame): string | null {
  if (character !== ',' && character !== ';') return frame.isOption || frame.isQuoted ? null : betweenLegs(character, token, at)
  return separator(character, { before: token.charAt(at - 1), rest: token.slice(at + 1, at + 40) }, frame.isOption)
}

/** Whether what is invisible here stands for the space between two pieces that are whole by themselves. */
function partsPieces(token: string, at: number): boolean {
  if (isInvisible(token.charAt(at - 1))) return false
  const before = visible(token.slice(Math.max(0, at - farthest), at))
  const after = visible(token.slice(at, at + farthest))
  return (
    /-[LS]-(?:[\d.]+%|\d+\/\d+|\*)$|(?:^|\.\.|[^\d-])\d{4}(?:-\d\d?){0,2}$|^[a-z]+=[^=]+$/i.test(before) &&
    /^(?:[^=\s]+-[LS]-[\d*]|\d{4}(?:-\d\d?){0,2}(?:\.\.|[^\d-]|$)|[a-z]+=)/i.test(after)
  )
}

function visible(text: string): string {
  return Array.from(text)
    .filter((character) => !isInvisible(character))
    .join('')
}

/** What parts two legs, at the first character after a weight; null when no other leg begins there. */
function betweenLegs(character: string, token: string, at: number): string | null {
  if (!/\d%$|-[LS]-\*$/i.test(token.slice(Math.max(0, at - 4), at))) return null
  if (joinsLegs(token, at) || /[+&]/.test(character)) return ' '
  return /[A-Za-z$^]/.test(character) ? ` ${character}` : null
}

/** A hyphen or the like right between two legs. */
function joinsLegs(token: string, at: number): boolean {
  const isJoint = /^[-\u2010-\u2015\u2212/:](?:[A-Z0-9.^=&_$:-]+)-[LS]-[\d.*]/i.test(token.slice(at, at + farthest))
  return isJoint && /-[LS]-(?:[\d./]+%|\*)$/i.test(token.slice(Math.max(0, at - farthest), at))
}

const farthest = 60

function separator(character: string, { before, rest }: { before: string; rest: string }, isOption: boolean): string {
  if (rest === '') return ''
  if (isOption) return character
  if (/\d/.test(before) && /^\d+(%|$)/.test(rest)) return '.'
  return /[%*\d]/.test(before) ? ' ' : character
}

function letter(character: string, { isQuoted, isLatin }: Frame): string {
  if (character === '"' || curlyQuotes.test(character)) return isQuoted ? '' : character
  if (character <= '~') return character
  if (isInvisible(character)) return ''
  if (/\p{Alphabetic}/u.test(character)) return (isLatin ? latinLetter(character) : null) ?? character
  return dashes.test(character) ? '-' : plainSign(character)
}

/** Full-width digits and signs, fractions in one character. */
function plainSign(character: string): string {
  const plain = character.normalize('NFKC').replace('\u2044', '/')
  return /^[!-@[-`{-~]+$/.test(plain) && !isRaised(character) ? plain : character
}
