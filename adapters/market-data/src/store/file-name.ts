import { createHash } from 'node:crypto'

const longest = 150

/**
 * A file name for any text, different for different texts even where the file system ignores case: A-Z, 0-9 and `-` stand for
 * themselves, every other byte of the UTF-8 form becomes `_` and two hexadecimal digits. Very long names end in a digest instead.
 */
export function fileNameOf(text: string): string {
  const name = text.replaceAll(/[^A-Z0-9-]/gu, (character) => [...Buffer.from(character)].map(escaped).join(''))
  if (name.length <= longest) return name
  return `${name.slice(0, longest - 66)}_h${createHash('sha256').update(text).digest('hex')}`
}

function escaped(byte: number): string {
  return `_${byte.toString(16).padStart(2, '0')}`
}
