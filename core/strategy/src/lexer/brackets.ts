import { isLineEnd, isWhiteSpace } from './white-space.ts'

const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** The closing position of each opening bracket or quote that is closed. */
export type Pairs = ReadonlyMap<number, number>

const none: Pairs = new Map()

/** The character that closes this one, or undefined. */
export function closingCharacter(opening: string): string | undefined {
  return opening === '"' ? '"' : closerOf[opening]
}

/** Pairs brackets and quotes outside comments in one pass; a bracket that nothing closes is in no pair. */
export function bracketPairs(text: string): Pairs {
  if (!/["([{]/.test(text)) return none
  const pairs = new Map<number, number>()
  const brackets = openBrackets(text, pairs)
  let index = 0
  while (index < text.length) {
    const character = text.charAt(index)
    if (character === '#' && startsToken(text, index)) {
      index = lineEnd(text, index)
    } else if (character === '"') {
      const close = text.indexOf('"', index + 1)
      if (close >= 0) pairs.set(index, close)
      index = Math.max(index, close) + 1
    } else {
      brackets.take(character, index)
      index += 1
    }
  }
  return pairs
}

/** What was opened inside a pair and never closed drops out, so each bracket is put in and taken out once. */
function openBrackets(text: string, pairs: Map<number, number>): { take: (character: string, index: number) => void } {
  const open: number[] = []
  const counts: Record<string, number> = { '(': 0, '[': 0, '{': 0 }

  function take(character: string, index: number): void {
    if (closerOf[character] !== undefined) {
      open.push(index)
      counts[character]! += 1
    }
    const opener = openerOf[character]
    if (opener !== undefined && counts[opener]! > 0) close(opener, index)
  }

  function close(opener: string, end: number): void {
    for (let start = open.pop(); start !== undefined; start = open.pop()) {
      const character = text.charAt(start)
      counts[character]! -= 1
      if (character !== opener) continue
      pairs.set(start, end)
      return
    }
  }

  return { take }
}

/** Whether a comment sign at this place begins a comment: after white space, a bar, or nothing. */
export function startsToken(text: string, index: number): boolean {
  return index === 0 || text.charAt(index - 1) === '|' || isWhiteSpace(text.charCodeAt(index - 1))
}

/** The first line end at or after the place, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  let index = from
  while (index < text.length && !isLineEnd(text.charCodeAt(index))) index += 1
  return index
}
