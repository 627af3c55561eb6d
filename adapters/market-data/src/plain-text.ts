/** Controls, line and paragraph separators, marks that turn the direction of writing, other invisible and unassigned characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u

/** In UTF-16 units, of the name of an instrument. */
export const longestName = 200

/** Whether every character of a text shows, so that what is read is what is there. */
export function isPlain(text: string): boolean {
  return !invisible.test(text)
}

/** The text with nothing in it that a terminal or a page would obey: invisible characters go, white space becomes single spaces. */
export function plainText(text: string): string {
  return text.replaceAll(/\s/g, ' ').replaceAll(new RegExp(invisible, 'gu'), '').replaceAll(/ +/g, ' ').trim()
}

/** Invisible characters as `\u{202e}`, line breaks as well: for messages that quote what is at fault. */
export function printable(text: string): string {
  return text.replaceAll(new RegExp(invisible, 'gu'), (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
}

/** JSON on one line in which every character shows. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(new RegExp(invisible, 'gu'), (characters) =>
    Array.from({ length: characters.length }, (_, k) => `\\u${characters.charCodeAt(k).toString(16).padStart(4, '0')}`).join(''),
  )
}

/** The beginning of a received value, for a message, in one printable line. Of lists and objects only that they are such: they may be deep. */
export function excerpt(value: unknown): string {
  const text = writtenOut(value)
  // Most white space is layout. What is cut off need not be looked at.
  return shortened(text.slice(0, 1000).replaceAll(/\s+/g, ' ').trim(), 80)
}

/** A cell of a table or a value of a manifest, as messages echo it: its first 40 characters, white space and all. */
export function echo(value: unknown): string {
  return shortened(writtenOut(value), 40)
}

function writtenOut(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
}

function shortened(text: string, longest: number): string {
  const line = printable(text.slice(0, longest + 1))
  return line.length > longest ? `${cutWhole(line, longest)}…` : line
}

/** Without half a surrogate pair at the end. */
export function cutWhole(text: string, longest: number): string {
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(longest - 1))
  return text.slice(0, isHalf ? longest - 1 : longest)
}
