import { parseIsoDate, tradingCalendar } from '@portofino/market'
import { echo, isPlain, longestName } from '../plain-text.ts'
import { isMarket, isSymbol, symbolRule } from '../symbol-form.ts'
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

/** What an entry says, and what is wrong with it. */
export interface SymbolReading {
  /** With faults, what its file is checked by: a stand-in for the currency, nothing for what is wrong besides. Null without symbol or kind. */
  stated: Omit<StatedSymbol, 'line'> | null
  /** As far as they can be read. */
  symbol: string | null
  file: string | null
  sentences: string[]
}

/** @param common calendar of all entries that name none */
export function symbolReading(entry: unknown, common: string | null): SymbolReading {
  if (!isFields(entry)) {
    return {
      stated: null,
      symbol: null,
      file: null,
      sentences: ['an entry of "symbols" is no object; write {"symbol": "ACME", ...}'],
    }
  }
  const symbol = textOf(entry['symbol'])
  const file = isFileName(entry['file']) ? textOf(entry['file']) : null
  if (symbol === null || !isSymbol(symbol)) {
    const sentence = `the symbol ${quoted(entry['symbol'])} cannot be named in a command; ${symbolRule}`
    return { stated: null, symbol, file, sentences: [sentence] }
  }
  const sentences = [...identityFaults(entry, symbol, common), ...optionalFaults(entry, symbol)]
  const kind = closeKinds.get(textOf(entry['kind']) ?? '')
  const stated = kind === undefined || file === null ? null : statedSymbol(entry, { symbol, file, kind, common })
  return { stated, symbol, file, sentences }
}

function statedSymbol(
  entry: Fields,
  { common, ...known }: Pick<StatedSymbol, 'symbol' | 'file' | 'kind'> & { common: string | null },
): Omit<StatedSymbol, 'line'> {
  const [market, currency] = [textOf(entry['market']), textOf(entry['currency'])]
  return {
    ...known,
    name: textOf(entry['name']) ?? known.symbol,
    market,
    calendar: calendarOf(textOf(entry['calendar']), market, common),
    currency: currency === null || quotation(currency) === null ? 'USD' : currency,
    first: dateOf(entry['first']),
    last: dateOf(entry['last']),
    rows: countOf(entry['rows']),
  }
}

function dateOf(value: unknown): string | null {
  const text = textOf(value)
  return text === null || parseIsoDate(text) === null ? null : text
}

function isFileName(value: unknown): boolean {
  const file = textOf(value)
  return file !== null && isPlain(file)
}

/** A text in quotation marks, anything else as it is. */
function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${echo(value)}"` : echo(value ?? null)
}

/** The symbol's own, else the market's if known, else the one that the manifest gives for all. */
function calendarOf(own: string | null, market: string | null, common: string | null): string | null {
  if (own !== null) return own
  return market !== null && tradingCalendar(market) !== null ? market : common
}

function identityFaults(entry: Fields, symbol: string, common: string | null): string[] {
  const kind = closeKinds.get(textOf(entry['kind']) ?? '')
  const faults: (string | null)[] = [
    fileFault(symbol, entry['file']),
    currencyFault(symbol, textOf(entry['currency']), kind),
    kind === undefined
      ? `the kind ${quoted(entry['kind'])} of ${symbol} is unknown; write one of ${[...closeKinds.keys()].join(', ')}`
      : null,
    marketFault(symbol, textOf(entry['market']), textOf(entry['calendar']) ?? common),
  ]
  return faults.filter((fault) => fault !== null)
}

function fileFault(symbol: string, file: unknown): string | null {
  if (textOf(file) === null) return `${symbol} has no "file"; name the CSV file that holds its prices`
  return isFileName(file) ? null : `the "file" of ${symbol} has invisible characters in its name, ${quoted(file)}; rename it`
}

function currencyFault(symbol: string, currency: string | null, kind: CloseKind | undefined): string | null {
  if (currency === null) return `${symbol} has no "currency"; write an ISO 4217 code such as "USD", or "GBp" for pence`
  const quoting = quotation(currency)
  if (quoting !== null && (quoting.divisor === 1 || kind?.returns !== 'yield')) return null
  if (quoting !== null) return `the currency "${currency}" of ${symbol} is of prices, not of yields; write "${quoting.currency}"`
  return `the currency "${echo(currency)}" of ${symbol} is unknown; write an ISO 4217 code such as "USD"`
}

function marketFault(symbol: string, market: string | null, calendar: string | null): string | null {
  if (market !== null && !isMarket(market)) {
    return `the market "${echo(market)}" of ${symbol} is no market code; write an ISO 10383 code such as "XNYS"`
  }
  if (calendar !== null && tradingCalendar(calendar) === null) {
    return `the calendar "${echo(calendar)}" of ${symbol} is unknown; write XNYS, XNAS or everyday, or leave it out`
  }
  if (market !== null || calendar !== null) return null
  return `${symbol} has neither "market" nor "calendar"; write "market": "XNYS" or where it trades`
}

/** What may be absent, but not be something else. */
function optionalFaults(entry: Fields, symbol: string): string[] {
  const isWrong = (key: string, isFine: boolean): boolean => entry[key] !== undefined && entry[key] !== null && !isFine
  const dates = ['first', 'last'].filter((key) => isWrong(key, dateOf(entry[key]) !== null))
  const texts = ['name', 'market', 'calendar'].filter((key) => isWrong(key, textOf(entry[key]) !== null))
  return [
    ...dates.map((key) => `"${key}" of ${symbol} is no date; write YYYY-MM-DD or leave it out`),
    ...texts.map((key) => `"${key}" of ${symbol} is no text; write it in quotes or leave it out`),
    ...nameFaults(textOf(entry['name']) ?? symbol, symbol),
    ...(isWrong('rows', countOf(entry['rows']) !== null)
      ? [`"rows" of ${symbol} is no whole number; write how many prices there are or leave it out`]
      : []),
  ]
}

function nameFaults(name: string, symbol: string): string[] {
  if (!isPlain(name)) return [`"name" of ${symbol} has invisible characters, ${quoted(name)}; write it without them`]
  const { length } = name
  return length > longestName ? [`"name" of ${symbol} has ${length} characters; write ${longestName} at most`] : []
}
