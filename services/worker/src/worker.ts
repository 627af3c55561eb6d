import { openTaskContext, openThreadPool, readDatabaseFigures, rehearse, startTasks } from '@portofino/tasks'
import { createLogger } from '@portofino/telemetry'
import type { WorkerConfig } from './config.ts'
import { openFiguresServer } from './figures-server.ts'

export interface Worker extends AsyncDisposable {
  /** Where `/metrics` and `/health` are; null for nowhere. */
  figuresUrl: string | null
}

/** Does what waits in the database until disposed; then what still runs goes back to the queue. */
export async function openWorker(config: Readonly<WorkerConfig>): Promise<Worker> {
  const logger = createLogger({ level: config.logLevel, name: 'worker' })
  await using opened = new AsyncDisposableStack()
  // First of all: they load their modules while the database is reached.
  const threads = opened.use(openThreadPool(config.threads ?? undefined))
  void rehearse(threads, logger)
  const context = opened.use(await openTaskContext({ ...config, applicationName: 'portofino-worker', logger }))
  const { database, marketData, meters } = context
  const figures = async (): Promise<{ text: string; contentType: string }> => {
    await readDatabaseFigures(context)
    return { text: await meters.registry.metrics(), contentType: meters.registry.contentType }
  }
  const { metricsHost: host, metricsPort: port } = config
  const shown =
    port === null ? null : opened.use(await openFiguresServer({ host, port, figures, isUp: async () => database.isReachable() }))
  opened.use(await startTasks(context, threads))
  logger.info({ source: marketData.name, url: shown?.url }, 'the worker works')
  opened.defer(() => logger.info('the worker stops'))
  const resources = opened.move()
  return { figuresUrl: shown?.url ?? null, [Symbol.asyncDispose]: async () => resources.disposeAsync() }
}
