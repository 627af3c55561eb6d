import type { Quotation } from '../csv/currency.ts'
import { quotation } from '../csv/currency.ts'

/** Parts of currencies that only Yahoo has codes for: US cents of grain and meat, and Kuwaiti fils. */
const partsByYahoo = new Map<string, Quotation>([
  ['USX', { currency: 'USD', divisor: 100 }],
  ['KWF', { currency: 'KWD', divisor: 1000 }],
])

/** Null when the text is no currency that can be stored. Upper and lower case differ in meaning: `GBp` is a hundredth of `GBP`. */
export function quotedCurrency(text: string | null): Quotation | null {
  if (text === null) return null
  return partsByYahoo.get(text) ?? quotation(text)
}
