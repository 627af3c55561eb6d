/**
 * How every number and day is written. Fractions become percent here and nowhere else; the minus sign is U+2212 on the screen. A value
 * that is not defined is an em dash: whoever shows it says why.
 */

import { monthNames } from '@portofino/market'

/** Stands for what has no value. */
export const absent = '—'

const minus = '\u2212'

interface NumberStyle {
  decimals: number
  /** With a plus sign too; nothing before zero. */
  signed?: boolean
}

const formats = new Map<number, Intl.NumberFormat>()

/** Made once: to make one takes longer than to write a hundred numbers. */
function plain(decimals: number): Intl.NumberFormat {
  const made = formats.get(decimals)
  if (made !== undefined) return made
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format
}

/** A rounded number with thousands apart and never "−0.00". */
function written(value: number, { decimals, signed = false }: NumberStyle): string {
  const text = plain(decimals).format(Math.abs(value))
  const isZero = !/[1-9]/.test(text)
  if (isZero) return text
  if (value < 0) return minus + text
  return signed ? `+${text}` : text
}

type Value = number | null | undefined

function defined(value: Value): value is number {
  return value !== null && value !== undefined && Number.isFinite(value)
}

/** `34.23%` of 0.3423. */
export function percent(fraction: Value, decimals = 2): string {
  return defined(fraction) ? `${written(fraction * 100, { decimals })}%` : absent
}

/** `+17.23%`, `−8.10%`: what was gained or lost. */
export function signedPercent(fraction: Value, decimals = 2): string {
  return defined(fraction) ? `${written(fraction * 100, { decimals, signed: true })}%` : absent
}

/** `−0.5%`: a level of an axis of fractions, in as many decimals as tell these apart. */
export function signedPercentLevel(fraction: number, decimals: number): string {
  return signedPercent(fraction, Math.max(0, decimals - 2))
}

/** `0.5%`: the same of what has no sign. */
export function percentLevel(fraction: number, decimals: number): string {
  return percent(fraction, Math.max(0, decimals - 2))
}

/** `−30.25%` of the positive depth 0.3025. */
export function fall(depth: Value): string {
  return defined(depth) ? signedPercent(-depth) : absent
}

/** `+3.02 pp`: a difference of two fractions. */
export function points(fraction: Value, decimals = 2): string {
  return defined(fraction) ? `${written(fraction * 100, { decimals, signed: true })} pp` : absent
}

/** `0.5 pp`: the difference between two fractions that are near each other. */
export function distance(fraction: number): string {
  return `${Number((fraction * 100).toFixed(3))} pp`
}

/** `0.64`. */
export function ratio(value: Value, decimals = 2): string {
  return defined(value) ? written(value, { decimals }) : absent
}

/** `12`, `1,240`: things that are counted. */
export function count(value: Value): string {
  return defined(value) ? written(value, { decimals: 0 }) : absent
}

/** `1,240.50` of the digits that somebody typed, all of which stay. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}

/** `50.0%`: a share of a portfolio. */
export function weight(fraction: Value): string {
  return percent(fraction, 1)
}

const currencySigns: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', CHF: 'CHF ' }

/** Stands for money that others who see the screen should not. */
export const hiddenAmount = '•••'

/** Writes what the person has or had: `$160,767`, or `•••` where that is wished. */
export type Money = (value: Value, currency?: string) => string

/** Instead of amounts that others should not see. */
export function hiddenMoney(value: Value): string {
  return defined(value) ? hiddenAmount : absent
}

/**
 * What the market says: `$160,767`, `$73.35`, `$0`, without cents from 1,000 on. A currency without a sign, or none, stands as its code
 * before the number.
 */
export function price(value: Value, currency = 'USD'): string {
  if (!defined(value)) return absent
  const text = written(value, { decimals: Math.abs(value) >= 999.995 || value === 0 ? 0 : 2 })
  const sign = currencySigns[currency] ?? (currency === '' ? '' : `${currency} `)
  return text.startsWith(minus) ? `${minus}${sign}${text.slice(1)}` : `${sign}${text}`
}

/** `1 Jan 2020` of an ISO day, with spaces that do not break. */
export function day(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number)
  return `${date}\u00A0${shortMonth(month!)}\u00A0${year}`
}

/** `August 2020`. */
export function monthOfYear(year: number, month: number): string {
  return `${monthNames[month - 1]} ${year}`
}

/** `Aug`. */
export function shortMonth(month: number): string {
  return monthNames[month - 1]!.slice(0, 3)
}

/** What a clock and a calendar say at a moment, in a named zone; null for that of the device. */
function read(at: string | number | Date, timeZone: string | null, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, ...(timeZone !== null && { timeZone }) })
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
}

const hourAndMinute = { hour: '2-digit', minute: '2-digit' } as const

/** `21 Nov 2026, 14:01 CET`. */
export function moment(iso: string, zone: string | null = null): string {
  const parts = read(iso, zone, { day: 'numeric', month: 'short', year: 'numeric', ...hourAndMinute, timeZoneName: 'short' })
  return `${parts['day']} ${parts['month']} ${parts['year']}, ${parts['hour']}:${parts['minute']} ${parts['timeZoneName']}`
}

/** `2026-11-21` and `14:01`, for tables. */
export function dayAndTime(iso: string, zone: string | null = null): { day: string; time: string } {
  const parts = read(iso, zone, { day: '2-digit', month: '2-digit', year: 'numeric', ...hourAndMinute })
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` }
}

/** `14:01:07`. */
export function clock(at: number | Date, zone: string | null): string {
  const parts = read(at, zone, { ...hourAndMinute, second: '2-digit' })
  return `${parts['hour']}:${parts['minute']}:${parts['second']}`
}

/** `1 run`, `2 runs`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** `gain`, `loss` or nothing: the color of a signed value as it is shown. */
export function tone(value: Value): 'gain' | 'loss' | '' {
  if (!defined(value) || Math.abs(value) < 0.00005) return ''
  return value > 0 ? 'gain' : 'loss'
}
