import type { CorporateAction, Day, Instrument, PriceHistory, RawPrices } from '@portofino/market'
import { isoDate, totalReturnCloses } from '@portofino/market'
import { historyVersion } from '../history-content.ts'
import { historyWithin } from '../history-within.ts'
import { excerpt } from '../plain-text.ts'
import { unsoundValue } from '../unsound-value.ts'
import { chartSessions, rawHistory } from './chart-history.ts'
import type { Chart } from './chart-reply.ts'
import { chartContradiction } from './chart-witness.ts'
import { exchangeDays } from './exchange-day.ts'
import { quotedCurrency } from './quoted-currency.ts'
import { MalformedReply } from './reply-fields.ts'
import { returnsOf } from './search-reply.ts'
import { yahooFault } from './yahoo-fault.ts'
import { marketOf } from './yahoo-markets.ts'

export interface AskedHistory {
  instrument: Instrument
  from: Day
  to: Day
  /** Milliseconds since 1970 UTC at which Yahoo was asked. */
  asked: number
}

/**
 * The history that a chart tells. A `MalformedReply` when it is about something else than what was asked for; a `MarketDataError`
 * `unavailable` when it contradicts itself as an incomplete reply does.
 */
export function historyOfChart(chart: Chart, { instrument, from, to, asked }: AskedHistory): PriceHistory {
  const divisor = checkedDivisor(chart, instrument)
  const { sessions, zeros } = chartSessions(chart, asked / 1000)
  const contradiction = chartContradiction(chart, sessions, from)
  if (contradiction !== null) {
    const what = `sent an incomplete reply, as it does under load: ${contradiction}; try again later`
    throw yahooFault('unavailable', { symbol: instrument.symbol, what })
  }
  const leftOut = zeros
    .filter((day) => day >= from && day <= to)
    .map((day) => ({ kind: 'not-positive' as const, day, message: 'close of 0 is not above zero and was left out' }))
  return { ...storableHistory(rawHistory(chart, sessions, divisor), { instrument, from, to, asked }), leftOut }
}

/** Yahoo stated that it has no price within the days. */
export function emptyHistory(order: AskedHistory): PriceHistory {
  const none = new Float64Array()
  const raw = { days: new Int32Array(), open: none, high: none, low: none, close: none, volume: none }
  return storableHistory({ raw, actions: [] }, order)
}

/** What Yahoo tells about an instrument beside its prices. A `MalformedReply` when it names no currency. */
export function describedInstrument({ meta }: Chart): Instrument {
  const quoted = quotedCurrency(meta.currency)
  if (quoted === null) throw new MalformedReply(noCurrency(meta))
  return {
    symbol: meta.symbol.toUpperCase(),
    name: meta.name,
    ...marketOf(meta.exchange, meta.kind),
    currency: quoted.currency,
    returns: returnsOf(meta),
    first: meta.firstTrade === null ? null : exchangeDays(meta.zone)(meta.firstTrade),
    last: null,
  }
}

/** How many quoted units make one of the currency, once it is sure that the chart is the one asked for. */
function checkedDivisor({ meta }: Chart, { symbol, currency, returns }: Instrument): number {
  if (meta.symbol.toUpperCase() !== symbol.toUpperCase())
    throw new MalformedReply(`it is about ${excerpt(meta.symbol)}, not ${symbol}`)
  if (meta.interval !== null && meta.interval !== '1d')
    throw new MalformedReply(`its rows stand for ${excerpt(meta.interval)}, not for days`)
  if ((returnsOf(meta) === 'yield') !== (returns === 'yield'))
    throw new MalformedReply(`it tells ${returns === 'yield' ? 'prices' : 'yields'}`)
  const quoted = quotedCurrency(meta.currency)
  if (quoted === null) throw new MalformedReply(noCurrency(meta))
  if (quoted.currency !== currency) throw new MalformedReply(`it is in ${quoted.currency}, not in ${currency}`)
  // A yield is in percent, whatever money it is paid in.
  return returns === 'yield' ? 1 : quoted.divisor
}

function noCurrency({ currency }: Chart['meta']): string {
  return `it names no currency but ${currency === null ? 'null' : `"${excerpt(currency)}"`}`
}

function storableHistory(
  { raw, actions }: { raw: RawPrices; actions: CorporateAction[] },
  { instrument, from, to, asked }: AskedHistory,
): PriceHistory {
  const asOf = new Date(asked).toISOString()
  const provisional = { days: raw.days, closes: raw.close }
  const whole: PriceHistory = { instrument, adjusted: provisional, raw, actions, source: 'yahoo', asOf, version: '' }
  const history = historyWithin(whole, { from, to })
  const prices = history.raw ?? raw
  const last = prices.days.at(-1) ?? Number.NEGATIVE_INFINITY
  const kept = history.actions.filter(({ day }) => day <= last)
  const counted = instrument.returns === 'total' ? kept : kept.filter(({ type }) => type === 'split')
  const content = { instrument, adjusted: totalReturnCloses(prices, counted), raw: prices, actions: kept }
  const unsound = unsoundValue(content)
  if (unsound !== null) throw new MalformedReply(`the ${unsound.what} of ${isoDate(unsound.day)} cannot be ${unsound.value}`)
  return { ...history, ...content, version: historyVersion(content) }
}
