import type { SeriesParts } from './series-parts.ts'

export const formatVersion = 1
export const tradeColumns = ['day', 'leg', 'units', 'price', 'value', 'cost'] as const

/**
 * The parts as one column of numbers, for storing: every bit stays, and writing costs a copy. First come the counts, then the
 * columns. Null is kept as NaN, which is null in a document too.
 *
 * ```ts
 * const one = Float64Array.of(1)
 * const levels = { value: one, index: one, returns: new Float64Array(), drawdown: Float64Array.of(0), cash: Float64Array.of(-0) }
 * const exposure = { gross: one, net: one, weights: [one], benchmark: null, benchmarkDrawdown: null }
 * const trades = [{ day: 18_262, leg: 0, units: 0.1, price: 10, value: 1, cost: 0 }]
 * const parts = { series: { days: Int32Array.of(18_262), ...levels, ...exposure }, rolling: [], trades }
 * assert.deepEqual(unpackedSeries(packedSeries(parts)), parts)
 * ```
 */
export function packedSeries({ series, rolling, trades }: SeriesParts): Float64Array<ArrayBuffer> {
  const { days, value, index, drawdown, cash, gross, net, weights, benchmark, benchmarkDrawdown, returns } = series
  const relative = benchmark === null || benchmarkDrawdown === null ? [] : [benchmark, benchmarkDrawdown]
  const windows = rolling.flatMap(({ months, sessions, sharpe, beta }) => [
    months,
    sessions,
    sharpe.length,
    beta === null ? 0 : 1,
  ])
  const counts = [formatVersion, days.length, weights.length, relative.length, returns.length, trades.length, rolling.length]
  const rolled = rolling.flatMap(({ sharpe, volatility, beta }) => [sharpe, volatility, ...(beta === null ? [] : [beta])])
  return joined([
    [...counts, ...windows],
    days,
    value,
    index,
    drawdown,
    cash,
    gross,
    net,
    ...weights,
    ...relative,
    returns,
    ...rolled.map((column) => column.map((figure) => figure ?? Number.NaN)),
    ...tradeColumns.map((name) => trades.map((trade) => trade[name])),
  ])
}

function joined(columns: readonly ArrayLike<number>[]): Float64Array<ArrayBuffer> {
  const whole = new Float64Array(columns.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const column of columns) {
    whole.set(column, at)
    at += column.length
  }
  return whole
}
