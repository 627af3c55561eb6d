import { closingCharacter } from '../lexer/brackets.ts'
import { lex } from '../lexer/lex.ts'
import type { Token } from '../lexer/lex.ts'
import { isInvisible, respelling } from './confusable.ts'
import { repairedPart, writtenPart } from './part.ts'
import type { Part, Source } from './part.ts'
import type { Report } from './report.ts'

/** The tokens of a command as pieces. One with stray characters (E102) or an open bracket (E103) comes as it was meant. */
export function readableParts(source: Source, report: Report): Part[] {
  const { tokens } = lex(source.text)
  return tokens.flatMap((token, i) => {
    const isValue = tokens[i - 1]?.text.endsWith('=') === true
    return isValue && token.unclosed < 0 ? writtenPart(source, token.start, token.end) : readablePart(token, source, report)
  })
}

function readablePart(token: Token, source: Source, report: Report): Part | Part[] {
  const written = writtenPart(source, token.start, token.end)
  if (token.unclosed >= 0) {
    const opening = token.text.charAt(token.unclosed)
    const closed = token.text + missingClosers(token.text)
    const fixes = [{ title: closed, edits: [written.slice(token.text.length).replacedBy(closed.slice(token.text.length))] }]
    report('E103', { c: opening }, { span: written.slice(token.unclosed, token.unclosed + 1).span, fixes })
    return repairedPart(written, closed)
  }
  const meant = respelling(token.text)
  if (meant === null) return written
  const fixes = [{ title: meant.text.trim(), edits: [written.replacedBy(meant.text)] }]
  const { at, character } = meant
  report(
    'E102',
    { c: isInvisible(character) ? codePoint(character) : character },
    { span: written.slice(at, at + character.length).span, fixes },
  )
  const repaired = repairedPart(written, meant.text)
  return lex(meant.text).tokens.map(({ start, end }) => repaired.slice(start, end))
}

/** `U+200B`. */
function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}

/** What closes all that a token leaves open, innermost first. */
function missingClosers(text: string): string {
  const open: string[] = []
  for (const character of text) {
    if (character === open.at(-1)) open.pop()
    else if (open.at(-1) !== '"') {
      const closer = closingCharacter(character)
      if (closer !== undefined) open.push(closer)
    }
  }
  return open.toReversed().join('')
}
