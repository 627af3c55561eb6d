import type { Instrument } from '@portofino/market'
import { isMarket, isSymbol } from '../symbol-form.ts'
import { plainName } from './chart-reply.ts'
import { fieldsOf, isFields, listOf, optionalText } from './reply-fields.ts'
import { marketOf, yahooMarket } from './yahoo-markets.ts'

/**
 * The instruments of a reply of the search address, in Yahoo's order. It names no currency: the usual one of the market stands in, and
 * what has none is left out. Describing a symbol tells the true one.
 */
export function searchReply(body: unknown): Instrument[] {
  const quotes = listOf(fieldsOf(body, 'the reply')['quotes'], 'quotes')
  return quotes.map((quote) => foundInstrument(quote)).filter((instrument) => instrument !== null)
}

/** The symbols that the reply lists, whatever they are. */
export function searchedSymbols(body: unknown): string[] {
  const quotes = listOf(fieldsOf(body, 'the reply')['quotes'], 'quotes')
  return quotes.map((quote) => (isFields(quote) ? optionalText(quote['symbol']) : null)).filter((symbol) => symbol !== null)
}

function foundInstrument(quote: unknown): Instrument | null {
  if (!isFields(quote)) return null
  const [symbol, exchange, kind] = [
    optionalText(quote['symbol']),
    optionalText(quote['exchange']),
    optionalText(quote['quoteType']),
  ]
  // Private companies and screens are listed among the quotes, without an exchange.
  if (symbol === null || exchange === null || kind === null) return null
  // What no command can name is no suggestion.
  if (!isSymbol(symbol.toUpperCase()) || !isMarket(exchange)) return null
  const currency = usualCurrency(symbol, { exchange, kind })
  if (currency === null) return null
  const name = plainName(quote['longname']) ?? plainName(quote['shortname']) ?? symbol
  return { symbol, name, ...marketOf(exchange, kind), currency, returns: returnsOf({ kind, symbol }), first: null, last: null }
}

function usualCurrency(symbol: string, { exchange, kind }: { exchange: string; kind: string }): string | null {
  const pair = kind === 'CRYPTOCURRENCY' ? /-([A-Z]{3})$/.exec(symbol) : /^[A-Z]{3}([A-Z]{3})=X$/.exec(symbol)
  return pair?.[1] ?? yahooMarket(exchange)?.usualCurrency ?? null
}

/** Yields of US Treasury bills and notes of 13 weeks, 5, 10 and 30 years, in percent a year, which Yahoo lists among the indices. */
const yields: ReadonlySet<string> = new Set(['^IRX', '^FVX', '^TNX', '^TYX'])

/** An index holds no dividends; all else pays what its events say. */
export function returnsOf({ kind, symbol }: { kind: string; symbol: string }): Instrument['returns'] {
  if (yields.has(symbol.toUpperCase())) return 'yield'
  return kind === 'INDEX' ? 'price' : 'total'
}
