import type { Catalog, Day, Instrument, PriceHistory } from '@portofino/market'

/** One provider of prices. Everything it answers was checked: a failure throws `MarketDataError` and is never data. */
export interface MarketDataSource {
  /** As in E301 and results: `sample`, `csv:prices`, `yahoo`. */
  readonly name: string
  /**
   * All prices of the instrument within the days, both included. Fewer, when its data begin later or end earlier;
   * none at all only when the provider itself states so.
   */
  history(request: HistoryRequest): Promise<PriceHistory>
  /** Instruments whose symbol or name fits, best first, at most 20. */
  search(query: string, signal?: AbortSignal): Promise<Instrument[]>
  /** All instruments of exactly this symbol, one per market; empty when the provider says that there is none. */
  describe(symbol: string, signal?: AbortSignal): Promise<Instrument[]>
  /**
   * What `resolve` needs for these symbols. Sources with a full list of their own give it all; others ask for the symbols only.
   */
  catalog(symbols: readonly string[], signal?: AbortSignal): Promise<Catalog>
  /**
   * Days within the range on which any stored series of this market has a price; for markets without a known calendar.
   */
  sessions(market: string, range: { from: Day; to: Day }): Promise<Int32Array>
}

export interface HistoryRequest {
  /** As described by this source. */
  instrument: Instrument
  from: Day
  to: Day
  signal?: AbortSignal
}
