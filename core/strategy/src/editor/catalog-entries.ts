import type { Catalog, Instrument } from '@portofino/market'
import type { InstrumentReference } from '../tree.ts'

/** An instrument as it is written, without its place in the text. */
export type WrittenInstrument = Pick<InstrumentReference, 'market' | 'symbol'>

/** `XNAS:AAPL` or `AAPL`, in any case. */
export function writtenInstrument(text: string): WrittenInstrument {
  const colon = text.indexOf(':')
  return { market: colon < 0 ? null : text.slice(0, colon).toUpperCase(), symbol: text.slice(colon + 1).toUpperCase() }
}

/** All that the catalog has under this name: of the one market, or one per market. */
export function catalogEntries({ market, symbol }: WrittenInstrument, catalog: Catalog): readonly Instrument[] {
  const found = catalog.find(symbol)
  return market === null ? found : found.filter((instrument) => instrument.market === market)
}
