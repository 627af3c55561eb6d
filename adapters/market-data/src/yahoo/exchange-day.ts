import type { Day } from '@portofino/market'
import { parseIsoDate } from '@portofino/market'

export interface ExchangeZone {
  /** IANA name, such as `Europe/London`. */
  name: string
  /** Seconds ahead of UTC at the moment of the reply; used only for a zone that this platform does not know. */
  offsetSeconds: number
}

export const secondsPerDay = 86_400

/**
 * The calendar day at the exchange at a moment, given in seconds since 1970 UTC. It asks the zone for each moment: the offset of the
 * reply is the summer or winter one of today, and would shift sessions that begin at midnight by a day for half of the year.
 */
export function exchangeDays({ name, offsetSeconds }: ExchangeZone): (seconds: number) => Day {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: name, year: 'numeric', month: '2-digit', day: '2-digit' })
  } catch {
    // RangeError: no zone of this name here.
    return (seconds) => Math.floor((seconds + offsetSeconds) / secondsPerDay)
  }
  return (seconds) => parseIsoDate(format.format(seconds * 1000))!
}

/**
 * The day of the session that a daily price is stamped with. Yahoo stamps a session with its opening, at times an hour early around a
 * clock change, which turns midnight into 23:00 of the day before. No session opens after 22:00, so such a stamp means the next day.
 */
export function sessionDays(zone: ExchangeZone): (seconds: number) => Day {
  const dayAt = exchangeDays(zone)
  const latestOpening = 22 * 3600
  return (seconds) => dayAt(seconds + secondsPerDay - latestOpening)
}
