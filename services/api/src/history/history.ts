import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type { historyPageSchema, historyQuery, tradesPageSchema, tradesQuery } from '@portofino/contract'
import { findResult, listSimulations } from '@portofino/database'
import type { Database } from '@portofino/database'
import type { z } from 'zod'
import { historyItem } from './history-item.ts'
import { knownSimulation, ownedSimulation } from './owned-simulation.ts'
import { seriesText } from './series-text.ts'
import { storedColumns } from './stored-columns.ts'
import { tradesPage } from './trades-page.ts'

/** What a user ran. */
export interface History {
  list: (userId: number, query: z.output<typeof historyQuery>) => Promise<z.input<typeof historyPageSchema>>
  /** JSON of the entry with its whole result, which stays as it was stored, digit for digit. */
  entry: (userId: number, id: string) => Promise<string>
  /** JSON of the long series. */
  series: (userId: number, id: string, withTrades: boolean) => Promise<string>
  /** Some of what was bought and sold. */
  trades: (userId: number, id: string, query: z.output<typeof tradesQuery>) => Promise<z.input<typeof tradesPageSchema>>
}

const inflate = promisify(zstdDecompress)

export function openHistory(database: Pick<Database, 'db'>): History {
  const { db } = database
  return {
    async list(userId, { page, page_size: pageSize, sort, spark, ...filter }) {
      const { total, counts, items } = await listSimulations(
        db,
        { userId, ...filter },
        { sort, page, pageSize, withSpark: spark === 'true' },
      )
      return { total, counts, page, page_size: pageSize, root: items.map(historyItem) }
    },

    async entry(userId, id) {
      const owned = ownedSimulation(userId, id)
      const row = await knownSimulation(database, owned)
      const head = JSON.stringify({ ...historyItem(row), canonical: row.canonical })
      const stored = row.status === 'done' ? await findResult(db, owned) : undefined
      const values = stored === undefined ? 'null' : await jsonText(stored.portfolio_value)
      const result = stored === undefined ? 'null' : await jsonText(stored.document)
      return `${head.slice(0, -1)},"portfolio_value":${values},"result":${result}}`
    },

    async series(userId, id, withTrades) {
      return seriesText(await storedColumns(database, ownedSimulation(userId, id)), withTrades)
    },

    async trades(userId, id, query) {
      return tradesPage(await storedColumns(database, ownedSimulation(userId, id)), query)
    },
  }
}

async function jsonText(compressed: Buffer): Promise<string> {
  return (await inflate(compressed)).toString('utf8')
}
