import type { CorporateAction, Day, RawPrices } from '@portofino/market'
import { isoDate } from '@portofino/market'
import type { Chart } from './chart-reply.ts'
import { exchangeDays, sessionDays } from './exchange-day.ts'
import { MalformedReply } from './reply-fields.ts'
import { returnsOf } from './search-reply.ts'

/** One session as Yahoo gives it: adjusted for later splits, in the quoted unit. Missing values are NaN, but never the close. */
export interface ChartSession {
  day: Day
  /** Seconds since 1970 UTC that Yahoo stamps it with. */
  stamp: number
  open: number
  high: number
  low: number
  close: number
  volume: number
  /** Yahoo's close after later dividends; NaN when it gives none. */
  adjusted: number
}

/** Closing auctions and late corrections arrive within this time after a session's end. */
const settlingSeconds = 30 * 60

/**
 * The finished sessions of a chart, oldest first, each day once. A row without a close, or with one of zero, is a missing price and left
 * out; days that have no other than zero are told. Yields may be zero and less. The session that is still open has no close yet and is
 * left out as well.
 *
 * @param asked when the chart was asked for, in seconds since 1970 UTC
 */
export function chartSessions(chart: Chart, asked: number): { sessions: ChartSession[]; zeros: Day[] } {
  const end = firstUnfinishedDay(chart, asked)
  const dayOfSession = sessionDays(chart.meta.zone)
  const dayAt = exchangeDays(chart.meta.zone)
  const order = chart.stamps.map((_, row) => row).toSorted((a, b) => chart.stamps[a]! - chart.stamps[b]! || a - b)
  const isYield = returnsOf(chart.meta) === 'yield'
  const sessions: ChartSession[] = []
  const zeros = new Set<Day>()
  for (const row of order) {
    const stamp = chart.stamps[row]!
    // The newest row may bear the moment of the latest trade instead of the opening.
    const day = stamp === chart.meta.latestTrade ? dayAt(stamp) : dayOfSession(stamp)
    const session = sessionOf(chart, { row, day })
    if (session === null || day >= end) continue
    if (session.close === 0 && !isYield) {
      zeros.add(day)
      continue
    }
    const before = sessions.at(-1)
    if (before?.day !== day) sessions.push(session)
    else sessions[sessions.length - 1] = laterOf(before, session)
  }
  for (const { day } of sessions) zeros.delete(day)
  return { sessions, zeros: [...zeros] }
}

/**
 * Prices as traded and what changed them: Yahoo's split adjustment undone, pence made pounds.
 *
 * @param sessions those of the chart, oldest first
 * @param divisor how many quoted units make one of the currency: 100 for pence
 */
export function rawHistory(
  chart: Chart,
  sessions: readonly ChartSession[],
  divisor: number,
): { raw: RawPrices; actions: CorporateAction[] } {
  const last = sessions.at(-1)?.day ?? Number.NEGATIVE_INFINITY
  const dayOf = sessionDays(chart.meta.zone)
  const splits = chart.splits
    .map(({ stamp, ratio }) => ({ day: dayOf(stamp), ratio }))
    .filter(({ day, ratio }) => day <= last && ratio !== 1)
    .toSorted((a, b) => a.day - b.day)
  const dividends = chart.dividends
    .map(({ stamp, amount }) => ({ day: dayOf(stamp), amount }))
    .filter(({ day, amount }) => day <= last && amount > 0)
  const isYield = returnsOf(chart.meta) === 'yield'
  // Where Yahoo does not know an opening or a range, it says zero.
  const known = (price: number): number => (price === 0 && !isYield ? Number.NaN : price)
  const asTraded = (price: number, day: Day): number => (price * laterSplits(splits, day)) / divisor
  const column = (name: 'open' | 'high' | 'low' | 'close'): Float64Array =>
    Float64Array.from(sessions, (session) => asTraded(known(session[name]), session.day))
  const raw = {
    days: Int32Array.from(sessions, ({ day }) => day),
    open: column('open'),
    high: column('high'),
    low: column('low'),
    close: column('close'),
    volume: Float64Array.from(sessions, ({ day, volume }) => knownVolume(volume / laterSplits(splits, day))),
  }
  const actions: CorporateAction[] = [
    ...splits.map(({ day, ratio }) => ({ type: 'split' as const, day, ratio })),
    ...dividends.map(({ day, amount }) => ({ type: 'dividend' as const, day, amount: asTraded(amount, day) })),
  ]
  return { raw, actions: actions.toSorted((a, b) => a.day - b.day || (a.type < b.type ? -1 : 1)) }
}

/** Counters that ran over make it negative. */
function knownVolume(volume: number): number {
  return volume >= 0 && volume < Infinity ? volume : Number.NaN
}

/** Product of the ratios of all splits after the day: what Yahoo has divided its prices by. */
function laterSplits(splits: readonly { day: Day; ratio: number }[], day: Day): number {
  return splits.reduce((product, split) => (split.day > day ? product * split.ratio : product), 1)
}

/** Prices of this day and later ones are not closes yet. */
function firstUnfinishedDay({ meta }: Chart, asked: number): Day {
  const dayAt = exchangeDays(meta.zone)
  const today = dayAt(asked)
  if (meta.session === null) return today
  const { start, end } = meta.session
  const isFinished = asked >= end + settlingSeconds
  return Math.min(today + 1, isFinished ? today + 1 : dayAt(start))
}

function sessionOf(chart: Chart, { row, day }: { row: number; day: Day }): ChartSession | null {
  const close = chart.close[row]!
  if (close === null) return null
  const value = (column: readonly (number | null)[] | null): number => column?.[row] ?? Number.NaN
  return {
    day,
    stamp: chart.stamps[row]!,
    open: value(chart.open),
    high: value(chart.high),
    low: value(chart.low),
    close,
    volume: value(chart.volume),
    adjusted: value(chart.adjusted),
  }
}

/** Yahoo may give a session twice, as it opened and as it last traded: the later row is the whole session. */
function laterOf(before: ChartSession, after: ChartSession): ChartSession {
  if (before.stamp === after.stamp && before.close !== after.close) {
    throw new MalformedReply(`${isoDate(after.day)} has two closes at one moment, ${before.close} and ${after.close}`)
  }
  return after
}
