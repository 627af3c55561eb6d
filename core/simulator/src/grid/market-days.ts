import { tradingCalendar } from '@portofino/market'
import type { Day } from '@portofino/market'
import type { PricedSubject } from './priced-subject.ts'
import { daysWithin, hasSameDays, unionOfDays } from './sorted-days.ts'

/** When one subject's own market was open. */
export interface MarketDays {
  /** Strictly increasing. Markets with equal sessions share one array. */
  sessions: Int32Array
  tradesEveryDay: boolean
  /** From this day on a calendar tells the sessions, before it prices do. */
  knownFrom: Day
}

interface MarketDaysRange {
  from: Day
  to: Day
  /** By market, from stored series. */
  marketSessions: ReadonlyMap<string, Int32Array>
}

/** The own sessions of each subject within the days, in the order of the subjects. */
export function marketDays(subjects: readonly PricedSubject[], range: MarketDaysRange): MarketDays[] {
  const byMarket = new Map<string, MarketDays>()
  const distinct: Int32Array[] = []
  return subjects.map((subject) => {
    const name = marketName(subject)
    const known = byMarket.get(name)
    if (known !== undefined) return known
    const found = daysOfMarket(subject, subjects, range)
    const same = distinct.find((days) => hasSameDays(days, found.sessions))
    if (same === undefined) distinct.push(found.sessions)
    const days = { ...found, sessions: same ?? found.sessions }
    byMarket.set(name, days)
    return days
  })
}

/** Subjects of one name share their sessions: by calendar, else by market, else each on its own. */
function marketName({ key, history: { instrument } }: PricedSubject): string {
  if (instrument.calendar !== null) return `calendar ${instrument.calendar}`
  return instrument.market === null ? `instrument ${key}` : `market ${instrument.market}`
}

function daysOfMarket(subject: PricedSubject, subjects: readonly PricedSubject[], range: MarketDaysRange): MarketDays {
  const id = subject.history.instrument.calendar
  const calendar = id === null ? null : tradingCalendar(id)
  if (calendar === null) {
    return { sessions: pricedDays(subject, subjects, range), tradesEveryDay: false, knownFrom: Number.POSITIVE_INFINITY }
  }
  const { knownFrom, tradesEveryDay } = calendar
  const parts: Int32Array[] = []
  if (range.from < knownFrom) parts.push(pricedDays(subject, subjects, { ...range, to: Math.min(range.to, knownFrom - 1) }))
  if (range.to >= knownFrom) parts.push(calendar.sessions(Math.max(range.from, knownFrom), range.to))
  return { sessions: unionOfDays(parts), tradesEveryDay, knownFrom }
}

/** Days on which any series of the subject's market has a price. */
function pricedDays(
  subject: PricedSubject,
  subjects: readonly PricedSubject[],
  { from, to, marketSessions }: MarketDaysRange,
): Int32Array {
  const { market } = subject.history.instrument
  const name = marketName(subject)
  const series = subjects.filter((other) => marketName(other) === name).map((other) => other.history.adjusted.days)
  const stored = market === null ? undefined : marketSessions.get(market)
  if (stored !== undefined) series.push(stored)
  return unionOfDays(series.map((days) => daysWithin(days, from, to)))
}
