import { cutWhole, excerpt, longestName, plainText } from '../plain-text.ts'
import { isMarket } from '../symbol-form.ts'
import { secondsPerDay, type ExchangeZone } from './exchange-day.ts'
import type { Fields } from './reply-fields.ts'
import { columnOf, fieldsOf, isFields, listOf, MalformedReply, momentOf, numberOf, optionalText, textOf } from './reply-fields.ts'

/** What Yahoo says of one instrument. All moments are seconds since 1970 UTC. */
export interface ChartMeta {
  symbol: string
  /** Plain text of at most 200 characters. */
  name: string
  /** As Yahoo spells it: `USD`, `GBp`; null when it names none. */
  currency: string | null
  exchange: string
  /** `EQUITY`, `ETF`, `INDEX`, `CRYPTOCURRENCY`, … */
  kind: string
  zone: ExchangeZone
  /** The time that each row stands for: `1d`; null when Yahoo does not say. */
  interval: string | null
  firstTrade: number | null
  latestTrade: number | null
  /** Today's session, or the nearest one. */
  session: { start: number; end: number } | null
}

/** Daily prices in Yahoo's adjustment: divided by all later splits. Columns have the length of `stamps`; null is a missing value. */
export interface Chart {
  meta: ChartMeta
  stamps: readonly number[]
  open: readonly (number | null)[]
  high: readonly (number | null)[]
  low: readonly (number | null)[]
  close: readonly (number | null)[]
  volume: readonly (number | null)[]
  /** Yahoo's own closes after dividends, or null when it gives none. Never stored: they only bear witness to the dividends. */
  adjusted: readonly (number | null)[] | null
  dividends: readonly { stamp: number; amount: number }[]
  splits: readonly { stamp: number; ratio: number }[]
}

export type ChartReply = Chart | Refusal

/** What Yahoo says instead of an answer, in its own error form. */
export interface Refusal {
  refused: { code: string; description: string }
}

/** Reads a reply of the chart address. A `MalformedReply` when it has another form. */
export function chartReply(body: unknown): ChartReply {
  const refused = refusalIn(body)
  if (refused !== null) return refused
  const results = listOf(fieldsOf(fieldsOf(body, 'the reply')['chart'], 'chart')['result'], 'chart.result')
  if (results.length !== 1) throw new MalformedReply(`chart.result must hold one chart, got ${results.length}`)
  const result = fieldsOf(results[0], 'chart.result[0]')
  const columns = columnsOf(result)
  return { meta: metaOf(fieldsOf(result['meta'], 'meta')), ...columns, ...eventsOf(result['events']) }
}

/** The error that a reply holds under any of its names (`chart`, `finance`), or null. */
export function refusalIn(body: unknown): Refusal | null {
  if (!isFields(body)) return null
  const part = Object.values(body).find((value) => isFields(value) && isFields(value['error']))
  if (!isFields(part) || !isFields(part['error'])) return null
  const { code, description } = part['error']
  return { refused: { code: optionalText(code) ?? 'unnamed', description: optionalText(description) ?? '' } }
}

function metaOf(meta: Fields): ChartMeta {
  const symbol = textOf(meta['symbol'], 'meta.symbol')
  return {
    symbol,
    name: plainName(meta['longName']) ?? plainName(meta['shortName']) ?? plainText(symbol),
    currency: optionalText(meta['currency']),
    exchange: exchangeOf(meta['exchangeName']),
    kind: textOf(meta['instrumentType'], 'meta.instrumentType'),
    zone: {
      name: textOf(meta['exchangeTimezoneName'], 'meta.exchangeTimezoneName'),
      offsetSeconds: offsetOf(meta['gmtoffset']),
    },
    interval: optionalText(meta['dataGranularity']),
    firstTrade: optionalMoment(meta['firstTradeDate'], 'meta.firstTradeDate'),
    latestTrade: optionalMoment(meta['regularMarketTime'], 'meta.regularMarketTime'),
    session: sessionOf(meta['currentTradingPeriod']),
  }
}

/** What may be shown as the name of an instrument, or null when nothing of it is left. */
export function plainName(value: unknown): string | null {
  const text = optionalText(value)
  const name = text === null ? '' : cutWhole(plainText(text), longestName)
  return name === '' ? null : name
}

/** It may come to stand for the market, which commands must be able to name. */
function exchangeOf(value: unknown): string {
  const exchange = textOf(value, 'meta.exchangeName')
  if (isMarket(exchange)) return exchange
  throw new MalformedReply(`meta.exchangeName must be a code of A-Z and 0-9, got ${excerpt(exchange)}`)
}

function offsetOf(value: unknown): number {
  const offset = numberOf(value, 'meta.gmtoffset')
  if (Math.abs(offset) <= secondsPerDay) return offset
  throw new MalformedReply(`meta.gmtoffset must be the seconds of a day at most, got ${offset}`)
}

function optionalMoment(value: unknown, place: string): number | null {
  return value === undefined || value === null ? null : momentOf(value, place)
}

function sessionOf(period: unknown): ChartMeta['session'] {
  const regular = isFields(period) ? period['regular'] : null
  if (!isFields(regular)) return null
  return { start: momentOf(regular['start'], 'regular.start'), end: momentOf(regular['end'], 'regular.end') }
}

function columnsOf(result: Fields): Pick<Chart, 'stamps' | 'open' | 'high' | 'low' | 'close' | 'volume' | 'adjusted'> {
  // Without a price in the range Yahoo leaves the stamps out and the quote empty.
  const stamps = listOf(result['timestamp'] ?? [], 'timestamp').map((stamp, i) => momentOf(stamp, `timestamp[${i}]`))
  const indicators = fieldsOf(result['indicators'], 'indicators')
  const quote = fieldsOf(listOf(indicators['quote'], 'indicators.quote')[0], 'indicators.quote[0]')
  function column(values: unknown, name: string): readonly (number | null)[] {
    const read = columnOf(values ?? (stamps.length === 0 ? [] : values), name)
    if (read.length !== stamps.length) {
      throw new MalformedReply(`${name} must have ${stamps.length} values, one for each timestamp, got ${read.length}`)
    }
    return read
  }
  const given = indicators['adjclose'] === undefined ? [] : listOf(indicators['adjclose'], 'indicators.adjclose')
  const adjusted = isFields(given[0]) ? given[0]['adjclose'] : undefined
  return {
    stamps,
    open: column(quote['open'], 'open'),
    high: column(quote['high'], 'high'),
    low: column(quote['low'], 'low'),
    close: column(quote['close'], 'close'),
    volume: column(quote['volume'], 'volume'),
    adjusted: adjusted === undefined ? null : column(adjusted, 'adjclose'),
  }
}

function eventsOf(events: unknown): Pick<Chart, 'dividends' | 'splits'> {
  const { dividends, splits } = events === undefined ? {} : fieldsOf(events, 'events')
  return {
    dividends: entriesOf(dividends, 'dividends').map(({ stamp, event }) => ({ stamp, amount: dividendAmount(event) })),
    splits: entriesOf(splits, 'splits').map(({ stamp, event }) => ({ stamp, ratio: splitRatio(event) })),
  }
}

/** Events are kept by their moment, not in a list. */
function entriesOf(value: unknown, place: string): { stamp: number; event: Fields }[] {
  if (value === undefined) return []
  return Object.entries(fieldsOf(value, `events.${place}`)).map(([key, entry]) => {
    const event = fieldsOf(entry, `events.${place}.${key}`)
    return { stamp: momentOf(event['date'], `events.${place}.${key}.date`), event }
  })
}

function dividendAmount(event: Fields): number {
  const amount = numberOf(event['amount'], 'the amount of a dividend')
  if (amount < 0) throw new MalformedReply(`the amount of a dividend must not be negative, got ${amount}`)
  return amount
}

function splitRatio(event: Fields): number {
  const ratio =
    numberOf(event['numerator'], 'the numerator of a split') / numberOf(event['denominator'], 'the denominator of a split')
  if (!(ratio > 0) || !Number.isFinite(ratio)) throw new MalformedReply(`the ratio of a split must be above zero, got ${ratio}`)
  return ratio
}
