import { isoDate, parseIsoDate, tradingCalendar } from '@portofino/market'
import type { Catalog, Day, Instrument, TradingCalendar } from '@portofino/market'
import { instrumentsOf } from '@portofino/strategy'
import type { Program } from '@portofino/strategy'
import { counted } from '../../../format.ts'

/** One end of the run, and why it is another day than the one that was written. */
interface EffectiveDay {
  day: string
  why: string
}

export interface EffectivePeriod {
  from: EffectiveDay
  to: EffectiveDay
  sessions: number
}

/** From which session to which the run will go, as far as catalog and calendar tell before any price is read; else null. */
export function effectivePeriod(program: Program, catalog: Catalog): EffectivePeriod | null {
  const [{ period, options }] = program.portfolios
  const held = options.late === undefined ? heldInstruments(program, catalog) : null
  const [from, to] = [parseIsoDate(period.from), parseIsoDate(period.to)]
  return held === null || from === null || to === null ? null : periodOf(held, from, to)
}

function periodOf(held: readonly Instrument[], from: Day, to: Day): EffectivePeriod | null {
  const [calendar, first, last] = [commonCalendar(held), latest(held), earliest(held)]
  if (calendar === null || first === null || last === null) return null
  const start = Math.max(from, first.day)
  const sessions = start < calendar.knownFrom ? [] : calendar.sessions(start, Math.min(to, last.day))
  if (sessions.length === 0) return null
  return {
    from: {
      day: isoDate(sessions[0]!),
      why: first.day > from ? `the first day of ${first.symbol} with prices` : 'the first session',
    },
    to: { day: isoDate(sessions.at(-1)!), why: last.day < to ? 'the last day with prices' : 'the last session' },
    sessions: sessions.length,
  }
}

/** What the legs hold, cash aside; null where the catalog does not know one of them. */
function heldInstruments(program: Program, catalog: Catalog): Instrument[] | null {
  const [portfolio] = program.portfolios
  const held = instrumentsOf({ ...program, portfolios: [{ ...portfolio, options: {} }] })
  const known = held.flatMap(({ market, symbol }) => {
    const found = catalog.find(symbol).filter((instrument) => market === null || instrument.market === market)
    return found.length === 1 ? found : []
  })
  return known.length < held.length ? null : known
}

function commonCalendar(instruments: readonly Instrument[]): TradingCalendar | null {
  const ids = new Set(instruments.map(({ calendar, market }) => calendar ?? market ?? ''))
  const isNewYork = [...ids].every((id) => id === 'XNYS' || id === 'XNAS')
  return tradingCalendar(isNewYork && ids.size > 0 ? 'XNYS' : ids.size === 1 ? [...ids][0]! : '')
}

interface Bound {
  day: Day
  symbol: string
}

function latest(instruments: readonly Instrument[]): Bound | null {
  return instruments.reduce<Bound | null>(
    (bound, { first, symbol }) => (first === null || (bound !== null && bound.day >= first) ? bound : { day: first, symbol }),
    null,
  )
}

function earliest(instruments: readonly Instrument[]): Bound | null {
  return instruments.reduce<Bound | null>(
    (bound, { last, symbol }) => (last === null || (bound !== null && bound.day <= last) ? bound : { day: last, symbol }),
    null,
  )
}

/** `3 years`, `5 months`, `12 days` between two ISO days. */
export function lengthInWords(from: string, to: string): string {
  const days = parseIsoDate(to)! - parseIsoDate(from)! + 1
  const [value, unit]: [number, string] =
    days < 50 ? [days, 'day'] : days < 700 ? [Math.round(days / 30.44), 'month'] : [Math.round(days / 365.25), 'year']
  return counted(value, unit)
}
