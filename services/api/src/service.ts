import { fileURLToPath } from 'node:url'
import { openTaskContext, openTaskFeed, openThreadPool, rehearse, startTasks } from '@portofino/tasks'
import { concealSecret, createLogger } from '@portofino/telemetry'
import manifest from '../package.json' with { type: 'json' }
import { openApplication } from './application.ts'
import type { ApiConfig } from './config.ts'
import { exposureWarning } from './config/exposure.ts'
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
  for (const secret of [config.metricsToken, config.google?.clientSecret ?? null]) concealSecret(secret)
  await using opened = new AsyncDisposableStack()
  // First of all: they load their modules while the database starts.
  const threads = config.workers === 'in-process' ? opened.use(openThreadPool()) : null
  if (threads !== null) void rehearse(threads, logger)
  const context = opened.use(await openTaskContext({ ...config, applicationName: 'portofino-api', logger }))
  const { database, marketData } = context
  const feed = opened.use(await openTaskFeed(context))
  if (threads !== null) opened.use(await startTasks(context, threads))
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
