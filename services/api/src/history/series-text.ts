import { setImmediate } from 'node:timers/promises'
import { seriesDocument, tradeDocument, unpackedSeries, unpackedTrades } from '@portofino/simulator'
import type { StoredColumns } from './stored-columns.ts'

/** How long the text is written before others have their turn. */
const turnMs = 5
/** How many trades are written at a time. */
const portion = 500

/** JSON of the long series. It may be megabytes, which take a quarter of a second, so it is written in turns. */
export async function seriesText({ trades, read }: StoredColumns, withTrades: boolean): Promise<string> {
  const packed = await read([trades.rest, ...(withTrades ? trades.slicesOf(0, trades.total) : [])])
  const columns = packed.subarray(trades.rest.length)
  const written: string[] = []
  let began = performance.now()
  for (const part of textParts(packed, { columns, total: withTrades ? trades.total : 0 })) {
    written.push(part)
    if (performance.now() - began < turnMs) continue
    await setImmediate()
    began = performance.now()
  }
  return written.join('')
}

function* textParts(packed: Float64Array, trades: { columns: Float64Array; total: number }): Generator<string> {
  const parts = unpackedSeries(packed, { trades: false })
  const { weights, rolling, ...columns } = seriesDocument(parts.series, parts.rolling)
  yield '{'
  for (const [name, column] of Object.entries(columns)) yield `"${name}":${JSON.stringify(column)},`
  yield* listed('weights', weights)
  yield ','
  yield* listed('rolling', rolling)
  yield ',"trades":['
  for (let first = 0; first < trades.total; first += portion) {
    const some = unpackedTrades(trades.columns, { first, count: Math.min(portion, trades.total - first) })
    yield `${first === 0 ? '' : ','}${JSON.stringify(some.map(tradeDocument)).slice(1, -1)}`
  }
  yield ']}'
}

function* listed(name: string, items: readonly unknown[]): Generator<string> {
  yield `"${name}":[`
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(item)}`
  yield ']'
}
