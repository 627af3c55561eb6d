import { fileURLToPath } from 'node:url'
import { openDatabase } from '@portofino/database'
import { openPrices, openTaskFeed, openTaskQueues, startTasks } from '@portofino/tasks'
import type { TaskContext } from '@portofino/tasks'
import { concealPassword, concealSecret, createLogger, createMeters } from '@portofino/telemetry'
import manifest from '../package.json' with { type: 'json' }
import { openApplication } from './application.ts'
import type { ApiConfig } from './config.ts'
import { exposureWarning } from './config/exposure.ts'
import { makeDataDirectory } from './data-directory.ts'
import { greeting } from './greeting.ts'

export interface Service {
  /** Where browsers reach it. */
  url: string
  /** What the terminal shows. */
  greeting: string
  /** Lets requests finish and gives running jobs back, within ten seconds. */
  stop: () => Promise<void>
}

const dashboardFolder = fileURLToPath(new URL('../../dashboard/dist', import.meta.url))
const stopWithinMs = 10_000

/** Opens everything that the server needs, in order, and listens. */
export async function openService(config: Readonly<ApiConfig>): Promise<Service> {
  const logger = createLogger({ level: config.logLevel, name: 'api' })
  const meters = createMeters()
  await using opened = new AsyncDisposableStack()
  await makeDataDirectory(config.dataDirectory)
  const { dataDirectory, databaseUrl } = config
  for (const secret of [config.metricsToken, config.google?.clientSecret ?? null]) concealSecret(secret)
  concealPassword(databaseUrl)
  const database = opened.use(
    await openDatabase({
      dataDirectory,
      databaseUrl: databaseUrl ?? undefined,
      applicationName: 'portofino-api',
      onOutage: (error) => logger.error({ error }, 'the database is away and cannot be reached or started yet'),
    }),
  )
  concealPassword(database.url)
  const marketData = await openPrices(config.marketData, { database, dataDirectory, logger, meters })
  const jobs = opened.use(await openTaskQueues(database, logger))
  const context: TaskContext = { database, jobs, marketData, logger, meters }
  const feed = opened.use(await openTaskFeed(context))
  if (config.workers === 'in-process') opened.use(await startTasks(context))
  const { version } = manifest
  const application = opened.use(await openApplication({ config, context, feed, version, dashboardFolder }))
  const { url } = application
  logger.info({ url, source: marketData.name, version }, 'the server answers')
  const warning = exposureWarning(config)
  if (warning !== null) logger.warn(warning)
  const { name } = marketData
  const isShared = database.isEmbedded && !database.isOpenedAlone
  const resources = opened.move()
  return {
    url,
    greeting: greeting({ ...config, url, marketData: name, isShared, warning }),
    async stop() {
      logger.info('the server stops')
      const late = setTimeout(() => {
        logger.warn('the server did not stop in time; what still ran is run again at the next start')
        process.exit(1)
      }, stopWithinMs)
      await resources.disposeAsync()
      clearTimeout(late)
    },
  }
}
