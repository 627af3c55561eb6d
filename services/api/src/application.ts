import { optimizationLimits } from '@portofino/contract'
import {
  cancelTask,
  checkCommand,
  findRepeatedOrder,
  openOptimizations,
  readDatabaseFigures,
  submitReport,
  submitSimulation,
} from '@portofino/tasks'
import type { Optimizations, TaskContext, TaskFeed } from '@portofino/tasks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { authPlugin } from './auth/auth-plugin.ts'
import type { AuthDependencies } from './auth/auth-plugin.ts'
import { signInRequired } from './auth/bearer.ts'
import { limitKey } from './auth/limits.ts'
import { rateLimit } from './auth/rate-limit.ts'
import { authenticateSocket } from './auth/socket-user.ts'
import type { ApiConfig } from './config.ts'
import { healthParts } from './health-parts.ts'
import { openHistory } from './history/history.ts'
import { openHistoryChanges } from './history/history-changes.ts'
import { openSite } from './http/site.ts'
import { instrumentSearch } from './instrument-search.ts'
import { acceptedReport } from './reports/accepted-report.ts'
import { optimizing } from './optimizations/optimize.ts'
import { openReports } from './reports/reports.ts'
import { addRoutes } from './routes.ts'
import type { RouteDependencies } from './routes.ts'
import { openServer } from './server.ts'
import { accepted } from './simulations/accepted.ts'
import { checked } from './simulations/checked.ts'
import type { SocketDependencies } from './sockets/task-sockets.ts'

export interface Application extends AsyncDisposable {
  /** Where browsers reach it. */
  url: string
  port: number
}

export interface ApplicationParts {
  config: Readonly<ApiConfig>
  context: TaskContext
  feed: TaskFeed
  version: string
  /** What `npm run build -w @portofino/dashboard` makes; need not be there. */
  dashboardFolder: string
  /** Other than the documented 15 s. */
  heartbeatMs?: number
  accounts?: Pick<AuthDependencies, 'clock' | 'hashing' | 'issuer'>
}

/** The server with all its routes, listening. */
export async function openApplication(parts: ApplicationParts): Promise<Application> {
  const { config, context, version, dashboardFolder, accounts } = parts
  const { database, logger, meters } = context
  let port = config.port
  const site = openSite(config, () => port)
  const app = await openServer({ config, site, logger, meters, version })
  await app.register(authPlugin, { ...accounts, database, config, site, logger, meters })
  const { endings } = app.auth
  const authenticate = async (request: FastifyRequest) => {
    const user = await authenticateSocket(request)
    if (user === null) throw signInRequired()
    return { id: user.id, whenEnded: (onEnd: () => void) => endings.follow(user.credential, onEnd) }
  }
  const open = {
    site,
    meters,
    folder: dashboardFolder,
    token: config.metricsToken,
    parts: healthParts({ ...context, dataDirectory: config.dataDirectory }),
    readFigures: async () => readDatabaseFigures(context),
  }
  const optimizations = openOptimizations(context, { limits: optimizationLimits })
  app.addHook('onClose', async () => optimizations[Symbol.asyncDispose]())
  await addRoutes(app, { open, signedIn: signedIn(parts, optimizations), sockets: sockets(parts, authenticate) })
  await listen(app, config)
  const address = app.server.address()
  if (typeof address === 'object' && address !== null) port = address.port
  return { url: site.publicUrl, port, [Symbol.asyncDispose]: async () => app.close() }
}

async function listen(app: FastifyInstance, { host, port }: Pick<ApiConfig, 'host' | 'port'>): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (cause) {
    await app.close()
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (!isTaken) throw cause
    const message = `Cannot listen on ${host}:${port}: another process uses the port. Choose another with --port.`
    throw new Error(message, { cause })
  }
}

/** The verbs of tasks and of the tables, for the routes of those who are signed in. */
function signedIn({ config, context, feed }: ApplicationParts, optimizations: Optimizations): RouteDependencies['signedIn'] {
  const perUser = { count: config.limits.callsPerMinute, windowMs: 60_000 }
  const [simulations, checks, questions] = [rateLimit(perUser), rateLimit(perUser), rateLimit(perUser)]
  const optimize = optimizing(optimizations)
  const { database } = context
  return {
    check: async (userId, { command, dialect = 'default' }) => {
      limitKey(checks, String(userId), new Date())
      return checked(await checkCommand(context, { command, dialect }))
    },
    submit: async (order) => {
      const repeated = await findRepeatedOrder(context, order)
      if (repeated !== null) return accepted(repeated)
      limitKey(simulations, String(order.userId), new Date())
      return accepted(await submitSimulation(context, order))
    },
    optimize: async (userId, body, signal) => {
      limitKey(questions, String(userId), new Date())
      return optimize(body, { userId, signal })
    },
    events: async (owner, after) => feed.events(owner, after),
    cancel: async (owner) => cancelTask(context, owner),
    history: openHistory(database),
    changes: openHistoryChanges(database),
    reports: openReports({
      database,
      submit: async ({ userId, id }) => acceptedReport(await submitReport(context, { userId, simulationId: id }), id),
    }),
    searchInstruments: instrumentSearch(context),
  }
}

function sockets(parts: ApplicationParts, authenticate: SocketDependencies['authenticate']): SocketDependencies {
  const { config, context, feed, heartbeatMs = 15_000 } = parts
  const { meters, logger } = context
  const follow: SocketDependencies['follow'] = async (task, signal) => feed.follow(task, signal)
  return { authenticate, follow, meters, logger, limitPerUser: config.limits.socketsPerUser, heartbeatMs }
}
