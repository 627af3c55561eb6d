import { wordCount } from './spaced-form.ts'
import type { SpacedForm } from './spaced-form.ts'

const ticker = String.raw`(?<symbol>\$CASH|[A-Z0-9.^=&_:-]*[A-Z0-9])`
const gap = '(?: ?[-:/_] ?| )'
const share = String.raw`(?<share>\d+(?:\.\d+)?|\d+/\d+|\*)(?<sign> ?%)?`
const side = '(?<side>LONG|SHORT|BUY|SELL|L|S)'
const end = '(?= |$)'

const legForms = [
  `^${side}${gap}${ticker}${gap}${share}${end}`,
  `^${ticker}${gap}${side}(?:${gap})?${share}${end}`,
  `^${ticker}-${share}-${side}${end}`,
  `^${share}${gap}${ticker}-${side}${end}`,
  `^${share}${gap}(?:OF )?${ticker}${end}`,
  `^${ticker}(?:${gap}|=)${share}${end}`,
].map((form) => new RegExp(form, 'i'))

/** `AAPL L 50%`, `AAPL - L - 50%`, `AAPL 50%`, `50% AAPL`, `long AAPL 50%`, `AAPL-L50%`, `AAPL-50%-L`. */
export function spacedLeg(text: string): SpacedForm | null {
  for (const form of legForms) {
    const match = form.exec(text)
    if (match?.groups !== undefined) return legOf(match[0], match.groups)
  }
  return null
}

/** Whether the second word ends the leg that the first begins: `AAPL-L-50 %`, `AAPL-L- 50%`. */
export function isSplitLeg(text: string, next: string): boolean {
  if (next === '%') return /-[\d.]+$/.test(text)
  return /-(?:L|S|LONG|SHORT)-$/i.test(text) && spacedLeg(`${text} ${next}`)?.count === 2
}

function legOf(text: string, groups: Record<string, string | undefined>): SpacedForm | null {
  const { symbol = '', share: number = '', sign, side: word } = groups
  if (!isTicker(symbol, word)) return null
  if (sign === undefined && Number(number) > 100) return null
  const weight = /^[\d.]+$/.test(number) ? `${number}%` : number
  const sides = word === undefined ? ['L', 'S'] : [/^S/i.test(word) ? 'S' : 'L']
  return { code: 'E105', count: wordCount(text), texts: sides.map((one) => `${symbol.toUpperCase()}-${one}-${weight}`) }
}

/** A lone L or S is a side whose ticker is missing. */
function isTicker(symbol: string, word: string | undefined): boolean {
  return /[A-Z]/i.test(symbol) && (word !== undefined || !/^[LS]$/i.test(symbol))
}
