import { mkdir } from 'node:fs/promises'
import { type DatabaseOptions, openDatabase } from '@portofino/database'
import { openPrices, openTaskQueues, readDatabaseFigures, startTasks } from '@portofino/tasks'
import { concealPassword, createLogger, createMeters } from '@portofino/telemetry'
import type { WorkerConfig } from './config.ts'
import { openFiguresServer } from './figures-server.ts'

export interface Worker extends AsyncDisposable {
  /** Where `/metrics` and `/health` are; null for nowhere. */
  figuresUrl: string | null
}

/** Does what waits in the database until disposed; then what still runs goes back to the queue. */
export async function openWorker(config: Readonly<WorkerConfig>): Promise<Worker> {
  const { dataDirectory, databaseUrl, threads } = config
  const logger = createLogger({ level: config.logLevel, name: 'worker' })
  await using opened = new AsyncDisposableStack()
  concealPassword(databaseUrl)
  await mkdir(dataDirectory, { recursive: true })
  const options: DatabaseOptions = {
    dataDirectory,
    databaseUrl: databaseUrl ?? undefined,
    applicationName: 'portofino-worker',
    onOutage: (error) => logger.error({ error }, 'the database is away and cannot be reached or started yet'),
  }
  const database = opened.use(await openDatabase(options))
  concealPassword(database.url)
  const meters = createMeters()
  const marketData = await openPrices(config.marketData, { database, dataDirectory, logger, meters })
  const jobs = opened.use(await openTaskQueues(database, logger))
  const context = { database, jobs, marketData, logger, meters }
  const figures = async (): Promise<{ text: string; contentType: string }> => {
    await readDatabaseFigures(context)
    return { text: await meters.registry.metrics(), contentType: meters.registry.contentType }
  }
  const { metricsHost: host, metricsPort: port } = config
  const shown =
    port === null ? null : opened.use(await openFiguresServer({ host, port, figures, isUp: async () => database.isReachable() }))
  opened.use(await startTasks(context, { threads: threads ?? undefined }))
  logger.info({ source: marketData.name, url: shown?.url }, 'the worker works')
  opened.defer(() => logger.info('the worker stops'))
  const resources = opened.move()
  return { figuresUrl: shown?.url ?? null, [Symbol.asyncDispose]: async () => resources.disposeAsync() }
}
