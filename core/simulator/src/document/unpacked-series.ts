import { formatVersion, tradeColumns } from './packed-series.ts'
import { unpackedTrades } from './packed-trades.ts'
import type { SeriesParts } from './series-parts.ts'

/**
 * What `packedSeries` was given. Columns are views of the packed one.
 *
 * @param options `trades: false` leaves them out, and they may be missing from the numbers
 * @throws RangeError when the numbers are none that it wrote
 */
export function unpackedSeries(packed: Float64Array, options: { trades: boolean } = { trades: true }): SeriesParts {
  const take = columnsOf(packed)
  const count = (): number => take(1)[0]!
  const format = count()
  if (format !== formatVersion)
    throw new RangeError(`Cannot unpack the series: the format must be ${formatVersion}, got ${format}`)
  const [sessions, legs, relative] = [count(), count(), count()]
  const [returns, trades, windows] = [count(), count(), count()]
  const shapes = Array.from(take(4 * windows))
  const session = (): Float64Array => take(sessions)
  const days = Int32Array.from(session())
  const levels = { value: session(), index: session(), drawdown: session(), cash: session(), gross: session(), net: session() }
  const weights = Array.from({ length: legs }, session)
  const [benchmark, benchmarkDrawdown] = relative === 0 ? [null, null] : [session(), session()]
  const series = { days, ...levels, weights, benchmark, benchmarkDrawdown, returns: take(returns) }
  const rolling = Array.from({ length: windows }, (_, i) => unpackedWindow(shapes.slice(4 * i, 4 * i + 4), take))
  return { series, rolling, trades: options.trades ? unpackedTrades(take(tradeColumns.length * trades)) : [] }
}

type Take = (length: number) => Float64Array

function columnsOf(packed: Float64Array): Take {
  let at = 0
  return (length) => {
    if (!(length >= 0 && at + length <= packed.length)) {
      throw new RangeError(`Cannot unpack the series: a column must have ${length} numbers, got ${packed.length - at}`)
    }
    at += length
    return packed.subarray(at - length, at)
  }
}

function unpackedWindow([months, sessions, entries, beta]: number[], take: Take): SeriesParts['rolling'][number] {
  const figures = (): (number | null)[] => Array.from(take(entries!), (figure) => (Number.isNaN(figure) ? null : figure))
  const [sharpe, volatility] = [figures(), figures()]
  return { months: months === 6 ? 6 : 12, sessions: sessions!, sharpe, volatility, beta: beta === 0 ? null : figures() }
}
