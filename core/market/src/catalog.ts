import type { Instrument } from './instrument.ts'

/** The instruments that the present source of prices knows; how the strategy language checks and completes symbols. */
export interface Catalog {
  /** Short name of the source: `sample`, `csv:prices`, `yahoo`. */
  source: string
  /** How to use another source, as one sentence for E301; the caller knows its own switches (`--data`, `MARKET_DATA`). */
  otherSources: string
  /** All instruments of exactly this symbol, one per market; empty when unknown. */
  find(symbol: string): readonly Instrument[]
  /** Every instrument that may be suggested, in no special order. */
  instruments(): Iterable<Instrument>
}
