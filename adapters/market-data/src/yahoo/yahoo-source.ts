import type { PriceHistory } from '@portofino/market'
import { dayNumber } from '@portofino/market'
import { unionOfDays } from '../listed-source.ts'
import type { MarketDataError } from '../market-data-error.ts'
import type { HistoryRequest, MarketDataSource } from '../market-data-source.ts'
import { excerpt } from '../plain-text.ts'
import { isSymbol } from '../symbol-form.ts'
import { pause } from './pause.ts'
import { MalformedReply } from './reply-fields.ts'
import type { LookUp } from './yahoo-catalog.ts'
import { yahooCatalog } from './yahoo-catalog.ts'
import type { YahooClientOptions } from './yahoo-request.ts'
import { yahooClient } from './yahoo-client.ts'
import { yahooFault } from './yahoo-fault.ts'
import { describedInstrument, emptyHistory, historyOfChart } from './yahoo-history.ts'
import type { Asked, YahooRequests } from './yahoo-requests.ts'
import { chartRange, isEmptyRange, isMissing, refusalFault, yahooRequests } from './yahoo-requests.ts'

export interface YahooOptions extends Partial<YahooClientOptions> {
  /** One sentence: how to use another source. */
  otherSources: string
}

const defaults: YahooClientOptions = {
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  random: () => Math.random(),
  wait: pause,
  origins: ['https://query1.finance.yahoo.com', 'https://query2.finance.yahoo.com'],
  cookieAddress: 'https://fc.yahoo.com/',
  attemptTimeoutMs: 10_000,
  totalTimeoutMs: 40_000,
  attempts: 4,
  maxBytes: 16 * 1024 * 1024,
}

/** Before any price of Yahoo's. */
const beginning = dayNumber(1900, 1, 1)

/**
 * Daily prices and events from Yahoo's public chart address. It stores nothing: put the price store before it.
 *
 * Each history is asked for until today, however early it shall end: Yahoo divides its prices by all splits until today, and only those
 * within the range asked for can be multiplied back.
 */
export function yahooSource({ otherSources, ...given }: YahooOptions): MarketDataSource {
  const options = { ...defaults, ...given }
  const requests = yahooRequests(yahooClient(options))
  const daysByMarket = new Map<string, Int32Array>()
  const daysOf = (market: string): Int32Array => daysByMarket.get(market) ?? new Int32Array()

  async function history(request: HistoryRequest): Promise<PriceHistory> {
    const told = await explained(request.instrument.symbol, async () =>
      askedHistory(requests, { request, options, otherSources }),
    )
    const { market } = request.instrument
    const ever = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    if (market !== null) daysByMarket.set(market, unionOfDays([daysOf(market), told.adjusted.days], ever))
    return told
  }
  async function lookUp(symbol: string, signal: AbortSignal | undefined): Promise<LookUp> {
    return explained(symbol, async () => lookedUp(requests, { symbol: symbol.toUpperCase(), signal }))
  }

  return {
    name: 'yahoo',
    history,
    search: async (query, signal) => explained(null, async () => requests.search(query, signal)),
    describe: async (symbol, signal) => [...(await lookUp(symbol, signal)).found],
    catalog: async (symbols, signal) => yahooCatalog(symbols, { otherSources, lookUp: (symbol) => lookUp(symbol, signal) }),
    sessions: async (market, range) => unionOfDays([daysOf(market)], range),
  }
}

async function askedHistory(
  requests: YahooRequests,
  { request, options, otherSources }: { request: HistoryRequest; options: YahooClientOptions; otherSources: string },
): Promise<PriceHistory> {
  const { instrument, from, to, signal } = request
  const asked = { symbol: instrument.symbol.toUpperCase(), signal }
  const order = { instrument, from: Math.max(from, beginning), to, asked: options.now() }
  // Anything else could name another address.
  if (!isSymbol(asked.symbol)) throw notFound(asked.symbol, otherSources)
  const reply = await requests.chart(asked, chartRange(order))
  if (isMissing(reply)) {
    await requests.similarToMissing(asked)
    throw notFound(asked.symbol, otherSources)
  }
  if (!('refused' in reply)) return historyOfChart(reply, order)
  if (isEmptyRange(reply)) return emptyHistory(order)
  throw refusalFault(reply, asked.symbol)
}

async function lookedUp(requests: YahooRequests, asked: Asked): Promise<LookUp> {
  if (!isSymbol(asked.symbol)) return { found: [], similar: [] }
  const reply = await requests.chart(asked, { range: '5d' })
  if (isMissing(reply)) return { found: [], similar: await requests.similarToMissing(asked) }
  if ('refused' in reply) throw refusalFault(reply, asked.symbol)
  const instrument = describedInstrument(reply)
  if (instrument.symbol !== asked.symbol)
    throw new MalformedReply(`it is about ${excerpt(instrument.symbol)}, not ${asked.symbol}`)
  return { found: [instrument], similar: [] }
}

function notFound(symbol: string, otherSources: string): MarketDataError {
  return yahooFault('not_found', { symbol, what: `knows no such symbol. ${otherSources.replace(/\.$/, '')}` })
}

async function explained<T>(symbol: string | null, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (fault) {
    if (!(fault instanceof MalformedReply)) throw fault
    throw yahooFault('malformed', {
      symbol,
      what: `sent a reply that cannot be used: ${fault.message}; try again later`,
      cause: fault,
    })
  }
}
