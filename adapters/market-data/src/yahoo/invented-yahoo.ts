import type { Day, Instrument, PriceHistory } from '@portofino/market'
import { isoDate } from '@portofino/market'
import type { MarketDataSource } from '../market-data-source.ts'
import { syntheticSource } from '../synthetic/synthetic-source.ts'
import { secondsPerDay } from './exchange-day.ts'
import { inventedChart, inventedRefusal, inventedSearch, seconds } from './invented-chart.ts'
import { json } from './replayed-fetch.ts'
import { yahooSource } from './yahoo-source.ts'

/** Test support: the synthetic market as Yahoo would tell it, day after day. */
export interface InventedYahoo {
  /** Its evening is the present moment. */
  today: Day
  /** Answers instead, until it is null again, and may spoil the good answer. */
  fault: ((answer: () => Promise<Response>, address: URL) => Promise<Response>) | null
  /** Addresses so far. */
  requests: string[]
  now: () => number
  fetch: typeof fetch
  /** Asks once and never waits. */
  source: MarketDataSource
}

interface Exchange {
  code: string
  zone: string
  /** UTC, winter. */
  opening: string
  closing: string
}

const exchanges: Record<string, Exchange> = {
  XNYS: { code: 'NYQ', zone: 'America/New_York', opening: '14:30', closing: '21:00' },
  XNAS: { code: 'NMS', zone: 'America/New_York', opening: '14:30', closing: '21:00' },
  XLON: { code: 'LSE', zone: 'Europe/London', opening: '08:00', closing: '16:30' },
  CRYPTO: { code: 'CCC', zone: 'UTC', opening: '00:00', closing: '23:59' },
}

export function inventedYahoo(today: Day): InventedYahoo {
  const invented: typeof fetch = async (input) => {
    const address = new URL(input instanceof Request ? input.url : input)
    yahoo.requests.push(address.href)
    const good = async (): Promise<Response> => answer(address, yahoo.today)
    return yahoo.fault === null ? good() : yahoo.fault(good, address)
  }
  const yahoo: InventedYahoo = {
    today,
    fault: null,
    requests: [],
    now: () => (yahoo.today * secondsPerDay + 22 * 3600) * 1000,
    fetch: invented,
    source: yahooSource({ otherSources: 'There are others.', fetch: invented, now: () => yahoo.now(), attempts: 1 }),
  }
  return yahoo
}

async function answer(address: URL, today: Day): Promise<Response> {
  const market = marketOn(today)
  if (address.pathname === '/v1/finance/search') {
    const found = await market.search(address.searchParams.get('q') ?? '')
    return json(inventedSearch(found.filter((each) => isAlive(each, today)).map(({ symbol }) => symbol)))
  }
  const symbol = decodeURIComponent(address.pathname.slice('/v8/finance/chart/'.length))
  const instrument = (await market.describe(symbol)).find((each) => isAlive(each, today))
  if (instrument === undefined)
    return json(inventedRefusal('Not Found', 'No data found, symbol may be delisted'), { status: 404 })
  const history = await market.history({ instrument, from: instrument.first!, to: today })
  return json(chartOfHistory(history, { ...daysAsked(address, today), on: today }))
}

const markets = new Map<Day, MarketDataSource>()

function marketOn(today: Day): MarketDataSource {
  const market = markets.get(today) ?? syntheticSource({ otherSources: '', today })
  markets.set(today, market)
  return market
}

/** Yahoo forgets what is delisted, with all its past. */
function isAlive({ last }: Instrument, today: Day): boolean {
  return last! > today - 10
}

function daysAsked({ searchParams }: URL, today: Day): { from: Day; to: Day } {
  const [start, end] = [searchParams.get('period1'), searchParams.get('period2')]
  if (start === null || end === null) return { from: today - 6, to: today }
  return { from: Math.floor(Number(start) / secondsPerDay), to: Math.ceil(Number(end) / secondsPerDay) - 1 }
}

/**
 * How Yahoo would tell a history on a day: all prices and dividends divided by the splits that came after them until then, and of the events
 * only those within the days asked for.
 */
function chartOfHistory(
  { instrument, raw, actions }: PriceHistory,
  { from, to, on }: { from: Day; to: Day; on: Day },
): Record<string, unknown> {
  const { code, zone, opening, closing } = exchanges[instrument.market ?? 'XNYS']!
  const at = (day: Day, time = opening): string => `${isoDate(day)}T${time}:00Z`
  const isAsked = (day: Day): boolean => day >= from && day <= to
  const unit = instrument.currency === 'GBP' ? 100 : 1
  const splits = actions.filter((action) => action.type === 'split')
  const later = (day: Day): number => splits.reduce((product, split) => (split.day > day ? product * split.ratio : product), 1)
  const quoted = (price: number, day: Day): number => (price / later(day)) * unit
  const { days, open, high, low, close, volume } = raw!
  const rows = Array.from(days, (day, t) => ({
    at: at(day),
    open: quoted(open[t]!, day),
    high: quoted(high[t]!, day),
    low: quoted(low[t]!, day),
    close: quoted(close[t]!, day),
    volume: volume[t]! * later(day),
  }))
  const dividends = actions
    .filter((action) => action.type === 'dividend')
    .map(({ day, amount }) => ({ day, at: at(day), amount: quoted(amount, day) }))
  return inventedChart({
    rows: rows.filter((_, t) => isAsked(days[t]!)),
    dividends: dividends.filter(({ day }) => isAsked(day)),
    splits: splits.filter(({ day }) => isAsked(day)).map(({ day, ratio }) => ({ at: at(day), numerator: ratio, denominator: 1 })),
    meta: {
      symbol: instrument.symbol,
      longName: instrument.name,
      currency: unit === 100 ? 'GBp' : instrument.currency,
      exchangeName: code,
      instrumentType: kindOf(instrument),
      exchangeTimezoneName: zone,
      firstTradeDate: seconds(at(days[0]!)),
      regularMarketTime: seconds(at(days.at(-1)!, closing)),
      currentTradingPeriod: { regular: { start: seconds(at(on)), end: seconds(at(on, closing)) } },
    },
  })
}

function kindOf({ market }: Instrument): string {
  if (market === null) return 'INDEX'
  return market === 'CRYPTO' ? 'CRYPTOCURRENCY' : 'EQUITY'
}
