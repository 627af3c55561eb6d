export interface QuotedCurrency {
  /** ISO 4217. */
  currency: string
  /** How many quoted units make one of the currency: 100 for pence. */
  divisor: number
}

/** Prices that Yahoo gives in a part of the currency. Its spelling: `GBp` is a hundredth of `GBP`. */
const partsOfCurrencies = new Map<string, QuotedCurrency>([
  ['GBp', { currency: 'GBP', divisor: 100 }],
  ['GBX', { currency: 'GBP', divisor: 100 }],
  ['ILA', { currency: 'ILS', divisor: 100 }],
  ['KWF', { currency: 'KWD', divisor: 1000 }],
  ['USX', { currency: 'USD', divisor: 100 }],
  ['ZAc', { currency: 'ZAR', divisor: 100 }],
])

/** Null when the text is no currency that can be stored. Upper and lower case differ in meaning. */
export function quotedCurrency(text: string | null): QuotedCurrency | null {
  if (text === null) return null
  const part = partsOfCurrencies.get(text)
  if (part !== undefined) return part
  return /^[A-Z]{3}$/.test(text) ? { currency: text, divisor: 1 } : null
}
