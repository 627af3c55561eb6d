import { isRealDate } from '@portofino/market'
import { isWhiteSpace } from '../lexer/white-space.ts'
import { writtenPart } from '../parser/part.ts'
import type { Part, Source } from '../parser/part.ts'

/** Tokens of the original simulator: white space parts them, nothing holds them together. */
export function legacyTokens(source: Source): Part[] {
  const { text } = source
  const tokens: Part[] = []
  let start = 0
  for (let index = 0; index <= text.length; index += 1) {
    if (index < text.length && !isWhiteSpace(text.charCodeAt(index))) continue
    if (index > start) tokens.push(writtenPart(source, start, index))
    start = index + 1
  }
  return tokens
}

/** The symbol, side and weight of a leg as the original simulator read it; null for any other text. */
export function legacyLeg(text: string): { symbol: string; side: 'L' | 'S'; weight: string } | null {
  const match = /^([A-Z0-9.-]{1,10})-([LS])-([0-9]{1,3}%)$/.exec(text)
  return match === null ? null : { symbol: match[1]!, side: match[2] === 'L' ? 'L' : 'S', weight: match[3]! }
}

/** Whether the original simulator read the text as a date. */
export function isLegacyDate(text: string): boolean {
  const match = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(text)
  return (
    match !== null &&
    Number(match[1]) > 0 &&
    isRealDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
  )
}
