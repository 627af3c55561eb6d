import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@portofino/database'
import { openMarketData } from '@portofino/market-data'
import { openTaskQueues, startTasks } from '@portofino/tasks'
import { createLogger, createMeters } from '@portofino/telemetry'
import type { WorkerConfig } from './config.ts'

/** Does what waits in the database until disposed; then what still runs goes back to the queue. */
export async function openWorker(config: Readonly<WorkerConfig>): Promise<AsyncDisposable> {
  const { dataDirectory, databaseUrl, threads } = config
  const logger = createLogger({ level: config.logLevel, name: 'worker' })
  await using opened = new AsyncDisposableStack()
  await mkdir(dataDirectory, { recursive: true })
  const options = { dataDirectory, databaseUrl: databaseUrl ?? undefined, applicationName: 'portofino-worker' }
  const database = opened.use(await openDatabase(options))
  const marketData = await openMarketData(config.marketData, {
    storeFolder: join(dataDirectory, 'prices'),
    otherSources: 'The server uses one source; its operator sets another with MARKET_DATA=csv:DIR or MARKET_DATA=yahoo.',
  })
  const jobs = opened.use(await openTaskQueues(database, logger))
  const context = { database, jobs, marketData, logger, meters: createMeters() }
  opened.use(await startTasks(context, { threads: threads ?? undefined }))
  logger.info({ source: marketData.name }, 'the worker works')
  opened.defer(() => logger.info('the worker stops'))
  return opened.move()
}
