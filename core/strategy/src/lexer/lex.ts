import { bracketPairs, closingCharacter, lineEnd, startsToken } from './brackets.ts'
import type { Pairs } from './brackets.ts'
import { isWhiteSpace } from './white-space.ts'

/** A run of characters between white space; brackets and quotes keep their content together. UTF-16 offsets. */
export interface Token {
  text: string
  start: number
  end: number
  /** Where a bracket or quote opens that is never closed, relative to the text; −1 when all are closed. */
  unclosed: number
}

export interface Lexed {
  tokens: Token[]
  /** From `#` up to the end of its line. */
  comments: { start: number; end: number }[]
}

const hash = 0x23
const bar = 0x7c

/** Splits a command into tokens in time linear in its length. Reads every text. */
export function lex(text: string): Lexed {
  const pairs = bracketPairs(text)
  const tokens: Token[] = []
  const comments: Lexed['comments'] = []
  let index = 0
  while (index < text.length) {
    const unit = text.charCodeAt(index)
    if (isWhiteSpace(unit)) {
      index += 1
    } else if (unit === hash && startsToken(text, index)) {
      const end = lineEnd(text, index)
      comments.push({ start: index, end })
      index = end
    } else {
      const token = unit === bar ? { text: '|', start: index, end: index + 1, unclosed: -1 } : tokenAt(text, index, pairs)
      tokens.push(token)
      index = token.end
    }
  }
  return { tokens, comments }
}

function tokenAt(text: string, start: number, pairs: Pairs): Token {
  let index = start
  let unclosed = -1
  while (index < text.length) {
    const unit = text.charCodeAt(index)
    if (unit === bar || isWhiteSpace(unit)) break
    const close = pairs.get(index)
    if (close === undefined && unclosed < 0 && closingCharacter(text.charAt(index)) !== undefined) unclosed = index - start
    index = (close ?? index) + 1
  }
  return { text: text.slice(start, index), start, end: index, unclosed }
}
