import type { tradesPageSchema, tradesQuery } from '@portofino/contract'
import { parseIsoDate } from '@portofino/market'
import type { Day } from '@portofino/market'
import { tradeDocument, tradesWithin, unpackedTrades } from '@portofino/simulator'
import type { z } from 'zod'
import type { StoredColumns } from './stored-columns.ts'

/** Reads the page, and of all trades at most their days. */
export async function tradesPage(
  { trades, read }: StoredColumns,
  { page, page_size: pageSize, from, to }: z.output<typeof tradesQuery>,
): Promise<z.input<typeof tradesPageSchema>> {
  const isWhole = from === undefined && to === undefined
  const days = { from: dayOr(-Infinity, from), to: dayOr(Infinity, to) }
  const fitting = isWhole ? { first: 0, count: trades.total } : tradesWithin(await read([trades.days]), days)
  const before = Math.min((page - 1) * pageSize, fitting.count)
  const shown = Math.min(pageSize, fitting.count - before)
  const columns = shown === 0 ? new Float64Array() : await read(trades.slicesOf(fitting.first + before, shown))
  return { total: fitting.count, page, page_size: pageSize, root: unpackedTrades(columns).map(tradeDocument) }
}

function dayOr(otherwise: Day, text: string | undefined): Day {
  return text === undefined ? otherwise : parseIsoDate(text)!
}
