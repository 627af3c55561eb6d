import { mkdir } from 'node:fs/promises'
import { type DatabaseOptions, openDatabase } from '@portofino/database'
import { openPrices, openTaskQueues, startTasks } from '@portofino/tasks'
import { createLogger, createMeters } from '@portofino/telemetry'
import type { WorkerConfig } from './config.ts'

/** Does what waits in the database until disposed; then what still runs goes back to the queue. */
export async function openWorker(config: Readonly<WorkerConfig>): Promise<AsyncDisposable> {
  const { dataDirectory, databaseUrl, threads } = config
  const logger = createLogger({ level: config.logLevel, name: 'worker' })
  await using opened = new AsyncDisposableStack()
  await mkdir(dataDirectory, { recursive: true })
  const options: DatabaseOptions = {
    dataDirectory,
    databaseUrl: databaseUrl ?? undefined,
    applicationName: 'portofino-worker',
    onOutage: (error) => logger.error({ error }, 'the database is away and cannot be reached or started yet'),
  }
  const database = opened.use(await openDatabase(options))
  const meters = createMeters()
  const marketData = await openPrices(config.marketData, { database, dataDirectory, logger, meters })
  const jobs = opened.use(await openTaskQueues(database, logger))
  const context = { database, jobs, marketData, logger, meters }
  opened.use(await startTasks(context, { threads: threads ?? undefined }))
  logger.info({ source: marketData.name }, 'the worker works')
  opened.defer(() => logger.info('the worker stops'))
  return opened.move()
}
