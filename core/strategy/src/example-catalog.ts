import { dayNumber } from '@portofino/market'
import type { Catalog, Instrument } from '@portofino/market'

/** A source of prices for tests: a few shares, one that listed late, one symbol in two markets, an index, a yield. */
export const exampleCatalog: Catalog = catalogOf([
  share('AAPL', 'Apple Inc.', 'XNAS'),
  share('AMD', 'Advanced Micro Devices, Inc.', 'XNAS'),
  share('BRK-B', 'Berkshire Hathaway Inc. Class B', 'XNYS'),
  share('JPM', 'JPMorgan Chase & Co.', 'XNYS'),
  share('KO', 'The Coca-Cola Company', 'XNYS'),
  share('MRK', 'Merck & Co., Inc.', 'XNYS'),
  share('MSFT', 'Microsoft Corporation', 'XNAS'),
  { ...share('TSLA', 'Tesla, Inc.', 'XNAS'), first: dayNumber(2010, 6, 29) },
  share('XOM', 'Exxon Mobil Corporation', 'XNYS'),
  { ...share('SHEL', 'Shell plc', 'XNYS') },
  { ...share('SHEL', 'Shell plc', 'XLON'), currency: 'GBP', first: dayNumber(2005, 7, 20) },
  { ...share('^IRX', '13-week Treasury bill', 'XNYS'), market: null, returns: 'yield' },
  { ...share('^GSPC', 'S&P 500', 'XNYS'), market: null, returns: 'price' },
])

function share(symbol: string, name: string, market: string): Instrument {
  const first = dayNumber(1990, 1, 2)
  const last = dayNumber(2022, 12, 28)
  return { symbol, name, market, calendar: 'XNYS', currency: 'USD', returns: 'total', first, last }
}

function catalogOf(instruments: readonly Instrument[]): Catalog {
  return {
    source: 'sample',
    otherSources: 'Choose another with --data.',
    find: (symbol) => instruments.filter((instrument) => instrument.symbol === symbol),
    instruments: () => instruments,
  }
}
