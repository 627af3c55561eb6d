import type { CorporateAction, Day, Instrument, PriceHistory, RawPrices } from '@portofino/market'
import { calendarDate, isoDate, totalReturnCloses, tradingCalendar } from '@portofino/market'
import { philox4x32 } from '@portofino/numeric'
import { historyVersion } from '../history-content.ts'
import { isLondonSession } from './london-sessions.ts'
import type { Invention } from './synthetic-instruments.ts'

export interface SyntheticMoment {
  /** Unsigned, 32 bits. */
  seed: number
  /** The market as it stood at the end of this day: nothing later has happened. */
  today: Day
}

/** The instrument with its first and last day; null when it is not listed yet. */
export function syntheticInstrument(invention: Invention, today: Day): Instrument | null {
  const days = pricedDays(invention, today)
  if (days.length === 0) return null
  const { instrument, actions, formerSymbol } = invention
  const isRenamed = actions.every(({ type, day }) => type !== 'rename' || day <= today)
  return { ...instrument, symbol: isRenamed ? instrument.symbol : formerSymbol, first: days[0]!, last: days.at(-1)! }
}

/** Prices as traded, their events, and the total return of both. Equal seeds give equal prices; a later day only adds to them. */
export function syntheticHistory(invention: Invention, { seed, today }: SyntheticMoment): PriceHistory | null {
  const instrument = syntheticInstrument(invention, today)
  if (instrument === null) return null
  const sessions = sessionsOf(invention, today)
  const actions = [...invention.actions, ...quarterlyDividends(invention, sessions)]
    .filter(({ day }) => day <= today)
    .toSorted((a, b) => a.day - b.day || (a.type < b.type ? -1 : 1))
  const raw = withoutUnpriced(tradedPrices(invention, { seed, sessions, actions }), invention)
  const adjusted = instrument.returns === 'total' ? totalReturnCloses(raw, actions) : { days: raw.days, closes: raw.close }
  const content = { instrument, adjusted, raw, actions }
  return { ...content, source: 'synthetic', asOf: isoDate(today), version: historyVersion(content) }
}

function sessionsOf({ instrument, listed, delisted }: Invention, today: Day): Int32Array {
  const last = Math.min(today, delisted ?? today)
  const calendar = instrument.calendar === null ? null : tradingCalendar(instrument.calendar)
  if (calendar !== null) return calendar.sessions(listed, last)
  return Int32Array.from({ length: Math.max(0, last - listed + 1) }, (_, i) => listed + i).filter(isLondonSession)
}

function pricedDays(invention: Invention, today: Day): Int32Array {
  return sessionsOf(invention, today).filter((day) => !invention.withoutPrice.includes(day))
}

function quarterlyDividends({ quarterlyDividend }: Invention, sessions: Int32Array): CorporateAction[] {
  if (quarterlyDividend === 0) return []
  const exDates = sessions.filter((day, t) => t > 0 && isInPayingHalf(day) && !isInPayingHalf(sessions[t - 1]!))
  return Array.from(exDates, (day) => ({ type: 'dividend', day, amount: quarterlyDividend }))
}

function isInPayingHalf(day: Day): boolean {
  const { month, day: date } = calendarDate(day)
  return month % 3 === 0 && date >= 15
}

interface Course {
  seed: number
  sessions: Int32Array
  actions: readonly CorporateAction[]
}

/** Each close moves by its day's random return from the one before; splits divide it and dividends leave it on their day. */
function tradedPrices(
  { firstPrice, drift, deviation, stream, hundredfold }: Invention,
  { seed, sessions, actions }: Course,
): RawPrices {
  const column = (): Float64Array => new Float64Array(sessions.length)
  const [open, high, low, close, volume] = [column(), column(), column(), column(), column()]
  let value = firstPrice
  for (const [t, day] of sessions.entries()) {
    const { move, gap, range, trade } = draw(day, { seed, stream })
    const before = t === 0 ? firstPrice : afterActions(value, day, actions)
    const opened = inCents(before * (1 + 0.2 * deviation * gap))
    value = t === 0 ? firstPrice : inCents(before * (1 + drift + deviation * move))
    const spread = 1 + 0.3 * deviation * range
    const factor = hundredfold.includes(day) ? 100 : 1
    open[t] = opened * factor
    high[t] = inCents(Math.max(opened, value) * spread) * factor
    low[t] = inCents(Math.min(opened, value) / spread) * factor
    close[t] = value * factor
    volume[t] = Math.round(1_000_000 * (1 + 0.5 * trade))
  }
  return { days: sessions, open, high, low, close, volume }
}

/** What a share that closed at `value` is worth before trading on the day. */
function afterActions(value: number, day: Day, actions: readonly CorporateAction[]): number {
  let worth = value
  for (const action of actions) {
    if (action.day === day && action.type === 'split') worth /= action.ratio
  }
  for (const action of actions) {
    if (action.day === day && action.type === 'dividend') worth -= action.amount
  }
  return worth
}

/** Random numbers of a day: `move` of mean 0 and deviation 1, `gap` within ±1, `range` and `trade` within 0..1. */
function draw(day: Day, { seed, stream }: { seed: number; stream: number }): Record<'move' | 'gap' | 'range' | 'trade', number> {
  const moves = philox4x32([day, 0, 0, 0], [seed, stream])
  const [gap, range, trade] = philox4x32([day, 1, 0, 0], [seed, stream])
  // The sum of four is near enough to normal, and unlike a logarithm it is equal on every platform to the last bit.
  const move = (moves.reduce((total, word) => total + uniform(word), 0) - 2) * Math.sqrt(3)
  return { move, gap: 2 * uniform(gap) - 1, range: uniform(range), trade: uniform(trade) }
}

function uniform(word: number): number {
  return word / 2 ** 32
}

function inCents(price: number): number {
  return Math.max(1, Math.round(price * 100)) / 100
}

function withoutUnpriced(prices: RawPrices, { withoutPrice }: Invention): RawPrices {
  if (withoutPrice.length === 0) return prices
  const kept = Array.from(prices.days.keys()).filter((t) => !withoutPrice.includes(prices.days[t]!))
  const column = (values: Float64Array): Float64Array => Float64Array.from(kept, (t) => values[t]!)
  return {
    days: Int32Array.from(kept, (t) => prices.days[t]!),
    open: column(prices.open),
    high: column(prices.high),
    low: column(prices.low),
    close: column(prices.close),
    volume: column(prices.volume),
  }
}
