import { parseIsoDate } from '@portofino/market'

/** 1970-01-01 in the 1900 system. */
const unixEpoch = 25_569
/** 1900-03-01: before it, spreadsheets count a 29 February 1900 that never was, or no days at all. */
const firstTrueDay = 61

/** The serial number of a date in the 1900 system; days that it cannot hold, and what is no date, stay text. */
export function workbookDay(iso: string): number | string {
  const day = parseIsoDate(iso)
  return day === null || day + unixEpoch < firstTrueDay ? iso : day + unixEpoch
}

const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** As one writes it in a sentence: `2 Jan 2020`; what is no date stays as it is. */
export function writtenDay(iso: string): string {
  return parseIsoDate(iso) === null ? iso : written.format(new Date(`${iso}T00:00:00Z`))
}

/** The day of a moment in UTC, ISO 8601. */
export function isoDayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
