import { openDatabase } from '@portofino/database'
import { makeDataDirectory } from '@portofino/process'
import { concealPassword, createMeters, type Logger } from '@portofino/telemetry'
import type { TaskContext } from './context.ts'
import { openPrices } from './prices/open-prices.ts'
import { openTaskQueues } from './queues.ts'

export interface TaskContextOptions {
  /** Made where it is missing. */
  dataDirectory: string
  /** Null for the embedded database. */
  databaseUrl: string | null
  /** Value of `MARKET_DATA`. */
  marketData: string
  /** By which PostgreSQL knows this process. */
  applicationName: string
  logger: Logger
}

/** What a process needs before it submits or runs tasks; closed when disposed. */
export async function openTaskContext(options: TaskContextOptions): Promise<TaskContext & AsyncDisposable> {
  const { dataDirectory, databaseUrl, applicationName, logger } = options
  await using opened = new AsyncDisposableStack()
  concealPassword(databaseUrl)
  await makeDataDirectory(dataDirectory)
  const database = opened.use(
    await openDatabase({
      dataDirectory,
      databaseUrl: databaseUrl ?? undefined,
      applicationName,
      onOutage: (error) => logger.error({ error }, 'the database is away and cannot be reached or started yet'),
    }),
  )
  concealPassword(database.url)
  const meters = createMeters()
  const marketData = await openPrices(options.marketData, { database, dataDirectory, logger, meters })
  const jobs = opened.use(await openTaskQueues(database, logger))
  const resources = opened.move()
  return { database, jobs, marketData, logger, meters, [Symbol.asyncDispose]: async () => resources.disposeAsync() }
}
