import { decimalText, fraction, multiplyFractions } from '@portofino/numeric'
import { maximumDigits, readDecimal } from '../parser/amount.ts'
import type { Part } from '../parser/part.ts'
import { decimalForm, inRange } from './percent.ts'
import { refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'

export const standardCapital = '100000'

/** `capital`: money at the start, in the run's currency. */
export function readCapital(part: Part, site: OptionSite): Reading<string> {
  const amount = readDecimal(part.text)
  if (amount === null) return refuseValue(part, site, mendedCapital(part.text))
  const checked = inRange({ value: amount, part, range: { low: '1', high: '1000000000000' }, site })
  if (checked === undefined) return undefined
  const text = decimalForm(checked)
  return text === standardCapital ? null : text
}

const zeros: Readonly<Record<string, bigint>> = { '': 0n, k: 3n, m: 6n, mm: 6n, mn: 6n, mio: 6n, bn: 9n }

/** `$100,000`, `100_000`, `100k`, `1.5m` and `1e6` are plain once they are written out. */
function mendedCapital(text: string): string[] {
  const match = /^\$?((?:\d{1,3}(?:[,_' ]\d{3})+|\d+)(?:\.\d+)?)(?:e\+?(\d{1,2})|(k|mm|mn|mio|m|bn)?)\$?$/i.exec(text)
  const number = match === null ? null : readDecimal(match[1]!.replace(/[,_' ]/g, ''))
  if (match === null || number === null) return []
  const exponent = match[2] === undefined ? zeros[match[3]?.toLowerCase() ?? '']! : BigInt(match[2])
  const amount = decimalText(multiplyFractions(number, fraction(10n ** exponent)), maximumDigits)
  return amount === null || readDecimal(amount) === null ? [] : [amount]
}
