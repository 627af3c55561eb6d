/** ISO 4217 as the Unicode CLDR that Node carries has it: currencies in use and lately withdrawn; not the codes that mean none. */
const codes = new Set(Intl.supportedValuesOf('currency').filter((code) => code !== 'XXX' && code !== 'XTS'))

/** Quotations in hundredths of a currency. */
const hundredths = new Map([
  ['GBp', 'GBP'],
  ['GBX', 'GBP'],
  ['ZAc', 'ZAR'],
  ['ZAX', 'ZAR'],
  ['ILA', 'ILS'],
])

export interface Quotation {
  currency: string
  /** What prices must be divided by to be in the currency: 100 for pence. */
  divisor: number
}

/** How prices under this code are to be read; null when ISO 4217 has no such code. */
export function quotation(code: string): Quotation | null {
  const whole = hundredths.get(code)
  if (whole !== undefined) return { currency: whole, divisor: 100 }
  return codes.has(code) ? { currency: code, divisor: 1 } : null
}
