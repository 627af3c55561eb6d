const signs: Record<string, string> = { USD: '[$$-409]', EUR: '[$€-2]', GBP: '[$£-809]', JPY: '[$¥-411]' }

/** The number format of a currency; a plain number where the text is no currency code. */
export function moneyFormat(currency: string, decimals: number = minorDigits(currency)): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  if (!isCurrencyCode(currency)) return digits
  const positive = `${signs[currency] ?? `[$${currency}] `}${digits}`
  return `${positive};-${positive}`
}

/** As one writes it in a sentence: `$160,767`, `€12.30`, `CHF 1,000`. */
export function moneyText(amount: number, currency: string): string {
  const isWhole = Math.abs(amount) >= 999.995 || amount === 0
  const digits = isWhole ? { maximumFractionDigits: 0 } : {}
  const options: Intl.NumberFormatOptions = isCurrencyCode(currency) ? { style: 'currency', currency } : {}
  return new Intl.NumberFormat('en-US', { ...options, ...digits }).format(amount)
}

/** A sentence with the digits of its amounts of this currency grouped: `100,000 USD`. */
export function groupedMoney(text: string, currency: string): string {
  if (!isCurrencyCode(currency)) return text
  const amounts = new RegExp(`(?<![\\d.,])\\d{4,}(?=(?:\\.\\d+)? ${currency}\\b)`, 'g')
  return text.replaceAll(amounts, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','))
}

function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

/** Decimals that amounts of a currency are written with. */
export function minorDigits(currency: string): number {
  if (!isCurrencyCode(currency)) return 2
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
