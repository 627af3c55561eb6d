import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { temporaryDatabase } from '@portofino/database'
import { openPrices, openTaskFeed, openTaskQueues, openThreadPool, startTasks } from '@portofino/tasks'
import type { PricesOptions, TaskContext } from '@portofino/tasks'
import { createLogger, createMeters } from '@portofino/telemetry'
import { openApplication } from '../application.ts'
import type { ApplicationParts } from '../application.ts'
import { readConfig } from '../config.ts'
import type { ApiConfig } from '../config.ts'
import { callerOf } from './caller.ts'
import type { Caller } from './caller.ts'

export interface ServedApplication extends AsyncDisposable, Caller {
  url: string
  context: TaskContext
  lines: string[]
  /** A new account's access token. */
  signUp: (email: string) => Promise<string>
}

export interface TrialOptions {
  config?: Partial<ApiConfig>
  heartbeatMs?: number
  /** False: jobs wait for ever. */
  works?: boolean
  accounts?: ApplicationParts['accounts']
  /** A build of the dashboard; none unless given. */
  dashboardFolder?: string
  /** Instead of the network, for sources that fetch prices. */
  provider?: Pick<PricesOptions, 'fetch' | 'now' | 'attempts'>
}

export const password = 'seven geese fly south'

/** The whole server in this process, on a free port, with a database of its own and the sample prices unless told otherwise. */
export async function servedApplication(options: TrialOptions = {}): Promise<ServedApplication> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'portofino-api-'))
  opened.defer(async () => rm(folder, { recursive: true, force: true }))
  const many = 1_000_000
  const limits = { loginsPerMinute: many, registrationsPerHour: many, callsPerMinute: many, socketsPerUser: 10 }
  const config = { ...readConfig({ PORT: '0', DATA_DIR: folder }), limits, ...options.config }
  const lines: string[] = []
  const logger = createLogger({ level: 'info', name: 'api', destination: { write: (line) => lines.push(line) } })
  const database = opened.use(await temporaryDatabase())
  const meters = createMeters()
  const prices = { database, dataDirectory: folder, logger, meters, ...options.provider }
  const marketData = await openPrices(config.marketData, prices)
  const jobs = opened.use(await openTaskQueues(database, logger))
  const context: TaskContext = { database, jobs, marketData, logger, meters }
  const feed = opened.use(await openTaskFeed(context))
  if (options.works ?? true) opened.use(await startTasks(context, opened.use(openThreadPool(1))))
  const { heartbeatMs = 15_000, accounts, dashboardFolder = join(folder, 'none') } = options
  const parts = { config, context, feed, version: '0.0.0', dashboardFolder, heartbeatMs, ...(accounts && { accounts }) }
  const { url } = opened.use(await openApplication(parts))
  const caller = callerOf(url)
  const resources = opened.move()
  return {
    ...caller,
    url,
    context,
    lines,
    async signUp(email) {
      await caller.call('POST', '/auth/register', { json: { email, password } })
      const { body } = await caller.call('POST', '/auth/login', { json: { email, password } })
      return body.access_token
    },
    [Symbol.asyncDispose]: async () => resources.disposeAsync(),
  }
}
