import { keyMeant } from '../options/key-synonyms.ts'
import { isOptionKey } from '../print-option.ts'
import { isDateLike } from './date.ts'
import { wordCount } from './spaced-form.ts'
import type { SpacedForm } from './spaced-form.ts'

/** An option that blanks have cut to pieces. */
export function spacedOption(text: string): SpacedForm | null {
  return spacedAmount(text) ?? spacedUnit(text) ?? spacedKey(text)
}

/** Whether what follows an option's key or value belongs to it, though the first word could be read alone. */
export function isSplitOption(text: string, next: string): boolean {
  if (/^[a-z]+=$/.test(text)) return !/=|-[LS]-/i.test(next) && !isDateLike(next) && spacedKey(`${text} ${next}`) !== null
  if (!/=.*\d,?$/.test(text)) return false
  return spacedAmount(`${text} ${next}`) !== null || spacedUnit(`${text} ${next}`) !== null
}

const equals = '([A-Za-z][A-Za-z_-]*) ?[:=] ?'
const amount = new RegExp(`^${equals}(\\$?\\d{1,3}(?:,? \\d{3})+)(?= |$)`)
const share = new RegExp(`^${equals}((?:\\S*\\+)?[\\d.]+) (?:(bps?|bips|basis points?)|%|pct|percent)(?= |$)`, 'i')

/** `capital=50 000`, `capital = $1 500 000`. */
function spacedAmount(text: string): SpacedForm | null {
  const match = amount.exec(text)
  return match === null || keyOf(match[1]!) !== 'capital' ? null : form(match[0], `capital=${match[2]!.replace(/[$, ]/g, '')}`)
}

/** `cost=5 bps`, `rf = 2 %`. */
function spacedUnit(text: string): SpacedForm | null {
  const match = share.exec(text)
  const key = match === null ? null : keyOf(match[1]!)
  if (match === null || key === null) return null
  const isBps = match[3] !== undefined
  const takesUnit = isBps ? /^(cost|slip)$/ : /^(cost|slip|rf|cash|gross|borrow|margin)$/
  return takesUnit.test(key) ? form(match[0], `${key}=${match[2]}${isBps ? 'bps' : '%'}`) : null
}

/** `rebalance monthly`, `rebalance = monthly`, `rebalance: monthly`, `--rebalance=monthly`. */
function spacedKey(text: string): SpacedForm | null {
  const match = /^(-*)([a-z]+)( ?[:=]? ?)([^\s=:]\S*)/i.exec(text)
  const key = match?.[2]!.toLowerCase() ?? ''
  if (match === null || !isOptionKey(key) || (match[1] === '' && match[3] === '')) return null
  return form(match[0], `${key}=${match[4]}`)
}

function keyOf(name: string): string | null {
  return isOptionKey(name.toLowerCase()) ? name.toLowerCase() : keyMeant(name)
}

function form(written: string, meant: string): SpacedForm {
  return { code: 'E104', count: wordCount(written), texts: [meant] }
}
