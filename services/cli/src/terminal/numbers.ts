import { calendarDate, type Day } from '@portofino/market'

/** As wide as a digit and a plus sign, unlike the hyphen. */
export const minus = '−'
export const missing = '—'

/** Signed, two decimals: a return. */
export function signedPercent(fraction: number, decimals = 2): string {
  const text = percent(fraction, decimals)
  return /[1-9]/.test(text) && fraction > 0 ? `+${text}` : text
}

/** Two decimals, a minus sign only: a volatility, a weight, a loss. */
export function percent(fraction: number, decimals = 2): string {
  return `${decimal(fraction * 100, decimals)}%`
}

/** Grouped by thousands; a value that rounds to zero has no sign. */
export function decimal(value: number, decimals = 2): string {
  const text = groupThousands(Math.abs(value).toFixed(decimals))
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text
}

const currencySigns: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', CHF: 'CHF ' }

/** No decimals from 1,000 on and for nothing at all, two between. */
export function money(value: number, currency: string): string {
  const amount = decimal(Math.abs(value), Math.abs(value) >= 999.995 || value === 0 ? 0 : 2)
  const sign = currencySigns[currency] ?? `${currency} `
  return value < 0 && /[1-9]/.test(amount) ? `${minus}${sign}${amount}` : `${sign}${amount}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 1 to 12. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? missing
}

/** As people write it: `2 Jan 2020`. */
export function writtenDate(day: Day): string {
  const { year, month, day: dayOfMonth } = calendarDate(day)
  return `${dayOfMonth} ${monthName(month)} ${year}`
}

/** `1 session`, `754 sessions`, `8,313 sessions`. */
export function counted(count: number, noun: string): string {
  return `${decimal(count, 0)} ${noun}${count === 1 ? '' : 's'}`
}

/** toFixed gives up above 1e21; so large a value is shown as JavaScript writes it. */
function groupThousands(text: string): string {
  return text.includes('e') ? text : text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}
