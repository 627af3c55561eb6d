import type { Day } from '@portofino/market'
import { isoDate } from '@portofino/market'
import type { ChartSession } from './chart-history.ts'
import type { Chart } from './chart-reply.ts'
import { sessionDays } from './exchange-day.ts'

/** A chart that ends longer before the latest trade than this many days lacks its newest rows. */
const longestHoliday = 10

/**
 * What in a chart contradicts itself in a way that a throttled or half-updated reply does, as one sentence; null when nothing does.
 * Such a chart has the right form, and would be stored as returns that never were.
 *
 * @param sessions those of the chart, oldest first
 * @param from the first day asked for; the last one was the day of the reply
 */
export function chartContradiction(chart: Chart, sessions: readonly ChartSession[], from: Day): string | null {
  const dayOf = sessionDays(chart.meta.zone)
  const splitDays = chart.splits.map(({ stamp, ratio }) => ({ day: dayOf(stamp), ratio }))
  const eventDays = [...splitDays.map(({ day }) => day), ...chart.dividends.map(({ stamp }) => dayOf(stamp))]
  return lostEnd(chart, from) ?? unappliedSplit(splitDays, sessions) ?? lostDividend(eventDays, sessions)
}

/** A reply without its newest rows, or without any, though Yahoo says in the same breath that there was a trade since. */
function lostEnd({ meta, stamps }: Chart, from: Day): string | null {
  if (meta.latestTrade === null) return null
  const dayOf = sessionDays(meta.zone)
  const lastStamp = stamps.reduce((last, stamp) => Math.max(last, stamp), Number.NEGATIVE_INFINITY)
  const lastRow = stamps.length === 0 ? from - 1 : Math.max(from - 1, dayOf(lastStamp))
  const latest = dayOf(meta.latestTrade)
  if (latest - lastRow <= longestHoliday) return null
  const until = stamps.length === 0 ? 'it holds no price' : `its prices end on ${isoDate(lastRow)}`
  return `${until} though the latest trade was on ${isoDate(latest)}`
}

/** Sessions within which a new split may still be missing from the prices before it. Later on, a halved price is a halved price. */
const recentSessions = 10

/** A listed split whose price still drops by it: the prices before it were not divided yet, and must not be multiplied back. */
function unappliedSplit(splits: readonly { day: number; ratio: number }[], sessions: readonly ChartSession[]): string | null {
  const firstRecent = Math.max(1, sessions.length - recentSessions)
  for (let t = firstRecent; t < sessions.length; t++) {
    const [before, session] = [sessions[t - 1]!, sessions[t]!]
    const split = splits.find(({ day }) => day > before.day && day <= session.day)
    if (split === undefined) continue
    const [move, step] = [Math.log(session.close / before.close), Math.log(split.ratio)]
    // A ratio near one, such as that of a stock dividend, cannot be told from an ordinary move.
    if (Math.abs(step) > Math.log(1.5) && Math.abs(move + step) < Math.abs(move)) {
      return `the prices before the split of ${isoDate(split.day)} are not adjusted for it yet`
    }
  }
  return null
}

/** As a share of the price: below it, the gap between Yahoo's two closes may be rounding. */
const smallestPayout = 0.0005

/** Yahoo's adjusted closes step by each dividend, so a step without an event is a dividend that the reply leaves out. */
function lostDividend(eventDays: readonly number[], sessions: readonly ChartSession[]): string | null {
  for (let t = 1; t < sessions.length; t++) {
    const [before, session] = [sessions[t - 1]!, sessions[t]!]
    const kept = before.adjusted / before.close / (session.adjusted / session.close)
    if (kept < 1 - smallestPayout && !eventDays.some((day) => day > before.day && day <= session.day)) {
      return `its adjusted closes pay a dividend on ${isoDate(session.day)} that its events leave out`
    }
  }
  return null
}
