import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type { historyPageSchema, historyQuery } from '@portofino/contract'
import { findResult, findSeries, listSimulations } from '@portofino/database'
import type { Database } from '@portofino/database'
import { seriesPartsDocument, unpackedSeries } from '@portofino/simulator'
import type { z } from 'zod'
import { historyItem } from './history-item.ts'
import { knownSimulation, notDone, ownedSimulation } from './owned-simulation.ts'

/** What a user ran. */
export interface History {
  list: (userId: number, query: z.output<typeof historyQuery>) => Promise<z.input<typeof historyPageSchema>>
  /** JSON of the entry with its whole result, which stays as it was stored, digit for digit. */
  entry: (userId: number, id: string) => Promise<string>
  /** JSON of the long series. */
  series: (userId: number, id: string) => Promise<string>
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

    async series(userId, id) {
      const owned = ownedSimulation(userId, id)
      const stored = await findSeries(db, owned)
      if (stored !== undefined) return JSON.stringify(seriesOf(stored.columns))
      const row = await knownSimulation(database, owned)
      throw notDone(row, 'it has no series')
    },
  }
}

async function jsonText(compressed: Buffer): Promise<string> {
  return (await inflate(compressed)).toString('utf8')
}

/** Doubles, lowest byte first; copied, because bytes of the driver may begin anywhere. */
function seriesOf(columns: Buffer): object {
  const { series, trades } = seriesPartsDocument(unpackedSeries(new Float64Array(new Uint8Array(columns).buffer)))
  return { ...series, trades }
}
