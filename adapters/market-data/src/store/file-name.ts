import { createHash } from 'node:crypto'

const longest = 150

/**
 * A file name for any symbol or market, different for different ones even where the file system ignores case: A-Z, 0-9 and `-` stand for
 * themselves, every other byte of the UTF-8 form becomes `_` and two hexadecimal digits. Very long names end in a digest instead.
 */
export function symbolFileName(symbol: string): string {
  return escapedName(symbol, /[^A-Z0-9-]/gu)
}

/** The same for the name of a source, in which a-z stand for themselves and A-Z do not. */
export function sourceFileName(source: string): string {
  return escapedName(source, /[^a-z0-9-]/gu)
}

function escapedName(text: string, escaped: RegExp): string {
  const name = text.replaceAll(escaped, (character) => [...Buffer.from(character)].map(hexadecimal).join(''))
  if (name.length <= longest) return name
  return `${name.slice(0, longest - 66)}_h${createHash('sha256').update(text).digest('hex')}`
}

function hexadecimal(byte: number): string {
  return `_${byte.toString(16).padStart(2, '0')}`
}
