import { parseIsoDate, tradingCalendar } from '@portofino/market'
import { closeKinds, type CloseKind } from './close-kind.ts'
import { quotation } from './currency.ts'
import { countOf, isFields, textOf, type Fields } from './json-fields.ts'

/** One entry of a manifest's `symbols`, checked. */
export interface StatedSymbol {
  symbol: string
  name: string
  market: string | null
  calendar: string | null
  /** As written: `GBp` for prices in pence. */
  currency: string
  kind: CloseKind
  file: string
  first: string | null
  last: string | null
  rows: number | null
  /** Where the entry stands in the manifest. */
  line: number | null
}

/** What an entry says, or what is wrong with it. */
export type SymbolReading = { stated: Omit<StatedSymbol, 'line'> } | { sentences: string[] }

/** @param common calendar of all entries that name none */
export function symbolReading(entry: unknown, common: string | null): SymbolReading {
  if (!isFields(entry)) return { sentences: ['an entry of "symbols" is no object; write {"symbol": "ACME", ...}'] }
  const sentences = [...identityFaults(entry, common), ...optionalFaults(entry)]
  if (sentences.length > 0) return { sentences }
  const symbol = textOf(entry['symbol'])!
  const market = textOf(entry['market'])
  const stated = {
    symbol,
    name: textOf(entry['name']) ?? symbol,
    market,
    calendar: calendarOf(textOf(entry['calendar']), market, common),
    currency: textOf(entry['currency'])!,
    kind: closeKinds.get(textOf(entry['kind'])!)!,
    file: textOf(entry['file'])!,
    first: textOf(entry['first']),
    last: textOf(entry['last']),
    rows: countOf(entry['rows']),
  }
  return { stated }
}

/** The symbol's own, else the market's if known, else the one that the manifest gives for all. */
function calendarOf(own: string | null, market: string | null, common: string | null): string | null {
  if (own !== null) return own
  return market !== null && tradingCalendar(market) !== null ? market : common
}

function identityFaults(entry: Fields, common: string | null): string[] {
  const [symbol, currency, kind] = ['symbol', 'currency', 'kind'].map((key) => textOf(entry[key]))
  if (!symbol || !/^[A-Z0-9.^=&_/-]{1,32}$/.test(symbol)) {
    const written = JSON.stringify(entry['symbol'] ?? null)
    return [`the symbol ${written} cannot be named in a command; write 1 to 32 of A-Z 0-9 . ^ = & _ / -`]
  }
  const faults: (string | null)[] = [
    textOf(entry['file']) === null ? `${symbol} has no "file"; name the CSV file that holds its prices` : null,
    currencyFault(symbol, currency ?? null),
    kind && closeKinds.has(kind)
      ? null
      : `the kind ${JSON.stringify(kind)} of ${symbol} is unknown; write one of ${[...closeKinds.keys()].join(', ')}`,
    marketFault(symbol, textOf(entry['market']), textOf(entry['calendar']) ?? common),
  ]
  return faults.filter((fault) => fault !== null)
}

function currencyFault(symbol: string, currency: string | null): string | null {
  if (currency === null) return `${symbol} has no "currency"; write an ISO 4217 code such as "USD", or "GBp" for pence`
  if (quotation(currency) !== null) return null
  return `the currency "${currency}" of ${symbol} is unknown; write an ISO 4217 code such as "USD"`
}

function marketFault(symbol: string, market: string | null, calendar: string | null): string | null {
  if (market !== null && !/^[A-Z0-9]{1,16}$/.test(market)) {
    return `the market "${market}" of ${symbol} is no market code; write an ISO 10383 code such as "XNYS"`
  }
  if (calendar !== null && tradingCalendar(calendar) === null) {
    return `the calendar "${calendar}" of ${symbol} is unknown; write XNYS, XNAS or everyday, or leave it out`
  }
  if (market !== null || calendar !== null) return null
  return `${symbol} has neither "market" nor "calendar"; write "market": "XNYS" or where it trades`
}

/** What may be absent, but not be something else. */
function optionalFaults(entry: Fields): string[] {
  const symbol = textOf(entry['symbol'])
  const isWrong = (key: string, isFine: boolean): boolean => entry[key] !== undefined && entry[key] !== null && !isFine
  const dates = ['first', 'last'].filter((key) => isWrong(key, parseIsoDate(textOf(entry[key]) ?? '') !== null))
  const texts = ['name', 'market', 'calendar'].filter((key) => isWrong(key, textOf(entry[key]) !== null))
  return [
    ...dates.map((key) => `"${key}" of ${symbol} is no date; write YYYY-MM-DD or leave it out`),
    ...texts.map((key) => `"${key}" of ${symbol} is no text; write it in quotes or leave it out`),
    ...(isWrong('rows', countOf(entry['rows']) !== null)
      ? [`"rows" of ${symbol} is no whole number; write how many prices there are or leave it out`]
      : []),
  ]
}
