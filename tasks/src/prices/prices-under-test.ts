import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, temporaryDatabase } from '@portofino/database'
import type { MarketDataSource } from '@portofino/market-data'
import { createLogger, createMeters, type Meters } from '@portofino/telemetry'
import { openPrices, type PricesOptions } from './open-prices.ts'

export interface PricesUnderTest extends AsyncDisposable {
  database: Database
  meters: Meters
  /** Of all hosts. */
  folder: string
  /** Opens them as another host would: with files of its own on the same database. */
  open(spec: string, given?: Partial<PricesOptions>): Promise<MarketDataSource>
  /** How many histories had this outcome. */
  fetched(outcome: string): Promise<number>
}

/** A database of its own, and hosts on it. */
export async function openPricesUnderTest(): Promise<PricesUnderTest> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'portofino-prices-'))
  opened.defer(async () => rm(folder, { recursive: true }))
  const database = opened.use(await temporaryDatabase())
  const logger = createLogger({ level: 'silent', name: 'test' })
  const meters = createMeters()
  let hosts = 0
  const resources = opened.move()
  return {
    database,
    meters,
    folder,
    open: async (spec, given = {}) =>
      openPrices(spec, { database, dataDirectory: join(folder, String(hosts++)), logger, meters, attempts: 1, ...given }),
    async fetched(outcome) {
      const { values } = await meters.pricesFetched.get()
      return values.filter(({ labels }) => labels.outcome === outcome).reduce((sum, { value }) => sum + value, 0)
    },
    [Symbol.asyncDispose]: async () => resources.disposeAsync(),
  }
}
