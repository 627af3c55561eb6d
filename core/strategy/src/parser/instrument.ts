import type { Fix } from '../diagnostic.ts'
import type { InstrumentReference } from '../tree.ts'
import type { Part } from './part.ts'
import type { Report } from './report.ts'

const allowed = /^[A-Za-z0-9.^=&_/-]+$/
const notAllowed = /[^A-Za-z0-9.^=&_/-]/u
const longestSymbol = 32

/** Reads `AAPL` or `XNAS:AAPL`. Faults are reported (E102, E106); there is a reference to go on with in any case. */
export function readInstrument(part: Part, report: Report): InstrumentReference {
  const colon = marketLength(part.text)
  const symbol = part.slice(colon < 0 ? 0 : colon + 1)
  checkSymbol(symbol, report)
  return {
    kind: 'instrument',
    market: colon < 0 ? null : part.text.slice(0, colon).toUpperCase(),
    symbol: symbol.text.toUpperCase(),
    span: part.span,
  }
}

/** Says which pieces between hyphens were read as upper case (N401), in one note. */
export function noteCase(part: Part, report: Report): void {
  const { text } = part
  const upper = text.toUpperCase()
  if (upper === text || !allowed.test(text.replace(/[:$]/, ''))) return
  const side = text.length - 2
  const isSide = side > 0 && text.charAt(side) === '-'
  const from = isSide && text.slice(0, side) === upper.slice(0, side) ? side + 1 : 0
  const to = isSide && text.slice(side) === upper.slice(side) ? side : text.length
  report('N401', { x: text.slice(from, to), y: upper.slice(from, to) }, { span: part.slice(from, to).span })
}

/** Whether the text is a symbol that a leg, a benchmark or a risk-free rate may name, without a market. */
export function isSymbol(text: string): boolean {
  return text.length <= longestSymbol && allowed.test(text) && /[A-Za-z0-9]/.test(text) && !/^-|-$/.test(text)
}

function marketLength(text: string): number {
  const colon = text.indexOf(':')
  return colon > 0 && colon <= 16 && /^[A-Za-z0-9]+$/.test(text.slice(0, colon)) ? colon : -1
}

function checkSymbol(symbol: Part, report: Report): void {
  if (isSymbol(symbol.text)) return
  const unexpected = notAllowed.exec(symbol.text)
  if (unexpected === null) {
    const help = symbol.text === '' ? { help: 'did the shell take $CASH? write the command in single quotes' } : {}
    const fixes = cleaned(symbol, symbol.text.replace(/^-+|-+$/g, ''))
    report('E106', { x: symbol.text }, { span: symbol.span, fixes, ...help })
    return
  }
  const character = symbol.slice(unexpected.index, unexpected.index + unexpected[0].length)
  const rest = symbol.text.replace(new RegExp(notAllowed, 'gu'), '')
  const fixes = lostLetter.test(symbol.text) ? [] : cleaned(symbol, rest)
  const help = fixes.length > 0 ? {} : { help: 'a ticker has Latin letters, digits and . - ^ = & _ / only' }
  report('E102', { c: unexpected[0] }, { span: character.span, fixes, ...help })
}

/** Stands where a letter of the ticker has to be, so that without it another ticker would be left. */
const lostLetter = /[^\P{Alphabetic}A-Za-z]|[^\P{N}0-9]|[\p{M}\p{RI}\p{Cs}\p{Cn}\p{Co}\ufffd?*%]/u

function cleaned(symbol: Part, text: string): Fix[] {
  return isSymbol(text) ? [{ title: text, edits: [symbol.replacedBy(text)] }] : []
}

/** The same with an optional market in front. */
export function isSymbolWithMarket(text: string): boolean {
  return isSymbol(text.slice(marketLength(text) + 1))
}
