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

export interface MarketDaysRange {
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
  const { calendar: id, market } = subject.history.instrument
  const calendar = id === null ? null : tradingCalendar(id)
  const knownFrom = calendar?.knownFrom ?? Number.POSITIVE_INFINITY
  const parts: Int32Array[] = []
  if (calendar !== null && range.to >= knownFrom) parts.push(calendar.sessions(Math.max(range.from, knownFrom), range.to))
  if (range.from < knownFrom) {
    const name = marketName(subject)
    const stored = market === null ? undefined : range.marketSessions.get(market)
    const series = subjects.filter((other) => marketName(other) === name).map((other) => other.history.adjusted.days)
    const last = Math.min(range.to, knownFrom - 1)
    for (const days of stored === undefined ? series : [stored, ...series]) parts.push(daysWithin(days, range.from, last))
  }
  const sessions = parts.length === 1 ? parts[0]! : unionOfDays(parts)
  return { sessions, tradesEveryDay: calendar?.tradesEveryDay ?? false, knownFrom }
}
