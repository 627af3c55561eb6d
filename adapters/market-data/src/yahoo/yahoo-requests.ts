import type { Day, Instrument } from '@portofino/market'
import type { MarketDataError } from '../market-data-error.ts'
import { excerpt } from '../plain-text.ts'
import type { ChartReply, Refusal } from './chart-reply.ts'
import { chartReply, refusalIn } from './chart-reply.ts'
import { secondsPerDay } from './exchange-day.ts'
import { searchedSymbols, searchReply } from './search-reply.ts'
import type { YahooClient } from './yahoo-client.ts'
import { yahooFault } from './yahoo-fault.ts'

export interface Asked {
  /** Upper case. */
  symbol: string
  signal: AbortSignal | undefined
}

/** The questions that Yahoo is asked, as addresses. */
export interface YahooRequests {
  /** Prices and events of days, or of a range in Yahoo's words, such as `5d`. */
  chart: (asked: Asked, range: Record<string, string>) => Promise<ChartReply>
  search: (query: string, signal: AbortSignal | undefined) => Promise<Instrument[]>
  /**
   * After Yahoo said that it does not have the symbol: what its search gives instead. It says "may be delisted" of living symbols as well,
   * so when its search lists this very symbol, nothing is sure and a `MarketDataError` `unavailable` is thrown.
   */
  similarToMissing: (asked: Asked) => Promise<Instrument[]>
}

export const mostFound = 20

export function yahooRequests(ask: YahooClient): YahooRequests {
  async function searchBody(
    query: string,
    { symbol, signal }: { symbol: string | null; signal: AbortSignal | undefined },
  ): Promise<unknown> {
    const search = new URLSearchParams({ q: query, quotesCount: String(mostFound), newsCount: '0', listsCount: '0' })
    const { body } = await ask({ path: `/v1/finance/search?${search.toString()}`, symbol, signal })
    const refused = refusalIn(body)
    if (refused !== null) throw refusalFault(refused, symbol)
    return body
  }
  return {
    async chart({ symbol, signal }, range) {
      const search = new URLSearchParams({ ...range, interval: '1d', events: 'div,splits', includePrePost: 'false' })
      const path = `/v8/finance/chart/${encodeURIComponent(symbol)}?${search.toString()}`
      return chartReply((await ask({ path, symbol, signal })).body)
    },
    search: async (query, signal) => searchReply(await searchBody(query, { symbol: null, signal })).slice(0, mostFound),
    async similarToMissing({ symbol, signal }) {
      const body = await searchBody(symbol, { symbol, signal })
      if (!searchedSymbols(body).includes(symbol)) return searchReply(body)
      const what = `says that it may be delisted, but still lists it; try again later`
      throw yahooFault('unavailable', { symbol, what })
    },
  }
}

/** Seconds since 1970 UTC, a day wider than the days asked for: a session may begin on another date in UTC than at the exchange. */
export function chartRange({ from, to, asked }: { from: Day; to: Day; asked: number }): Record<string, string> {
  const start = (from - 1) * secondsPerDay
  const end = Math.max(Math.ceil(asked / 1000), (to + 1) * secondsPerDay) + secondsPerDay
  return { period1: String(start), period2: String(end) }
}

export function isMissing(reply: ChartReply): boolean {
  if ('refused' in reply) return reply.refused.code === 'Not Found'
  // For many a mistyped symbol Yahoo sends an empty chart of an exchange of its own, in no currency.
  return reply.meta.exchange === 'YHD' && reply.meta.currency === null && reply.stamps.length === 0
}

/** Yahoo's statement that it has no price within the days: a fact, not a failure. */
export function isEmptyRange({ refused }: Refusal): boolean {
  return refused.code === 'Bad Request' && /data doesn.t exist/i.test(refused.description)
}

export function refusalFault({ refused }: Refusal, symbol: string | null): MarketDataError {
  const code = /too many|rate limit/i.test(`${refused.code} ${refused.description}`) ? 'rate_limited' : 'unavailable'
  return yahooFault(code, {
    symbol,
    what: `refuses: ${excerpt(refused.code)}, "${excerpt(refused.description)}"; try again later`,
  })
}
