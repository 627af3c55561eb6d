import { fastifyCookie } from '@fastify/cookie'
import type { Database } from '@portofino/database'
import { passwordHashing } from '@portofino/passwords'
import type { PasswordHashing } from '@portofino/passwords'
import type { Logger, Meters } from '@portofino/telemetry'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Site } from '../http/site.ts'
import type { AuthConfig } from './auth-config.ts'
import type { AuthContext } from './auth-context.ts'
import { siteCookies } from './cookies.ts'
import { googleFlow } from './google/google-flow.ts'
import type { GoogleFlow } from './google/google-flow.ts'
import { openProvider } from './google/provider.ts'
import { inTurn } from './in-turn.ts'
import { authLimits } from './limits.ts'
import { requestSource } from './request-source.ts'
import { accountDeletionRoute } from './routes/account-deletion.ts'
import { accountRoutes } from './routes/account.ts'
import { apiTokenRoutes } from './routes/api-tokens.ts'
import { googleRoutes } from './routes/google.ts'
import { guestRoute } from './routes/guest.ts'
import { loginRoute } from './routes/login.ts'
import { optionsRoute } from './routes/options.ts'
import { passwordRoute } from './routes/password.ts'
import { refreshRoutes } from './routes/refresh.ts'
import { registerRoute } from './routes/register.ts'
import { sessionListRoutes } from './routes/session-list.ts'
import { wsTicketRoute } from './routes/ws-ticket.ts'
import { securityLog } from './security-log.ts'
import { sessionEndings } from './session-endings.ts'
import type { SignedInUser } from './signed-in-user.ts'
import { accessTokens } from './tokens/access-token.ts'

export interface AuthDependencies {
  database: Database
  config: AuthConfig
  site: Site
  logger: Logger
  meters: Meters
  clock?: () => Date
  hashing?: PasswordHashing
  /** Instead of Google's, on this machine only. */
  issuer?: string
}

/** Sign-ins to one account that wait for their turn. */
const mostWaiting = 32

const routes = [
  optionsRoute,
  registerRoute,
  loginRoute,
  refreshRoutes,
  guestRoute,
  accountRoutes,
  passwordRoute,
  accountDeletionRoute,
  sessionListRoutes,
  apiTokenRoutes,
  wsTicketRoute,
] as const satisfies readonly FastifyPluginAsyncZod[]

/** All routes under /auth, and for all other routes `app.auth`, `requireUser` and `authenticateSocket`. */
export async function authPlugin(app: FastifyInstance, dependencies: AuthDependencies): Promise<void> {
  const context = await authContext(dependencies)
  await app.register(fastifyCookie)
  app.decorate('auth', context)
  const users = new WeakMap<object, SignedInUser>()
  app.decorateRequest('user', {
    getter() {
      const user = users.get(this)
      if (user === undefined) throw new Error(`Cannot tell who asks: ${this.routeOptions.url} has no requireUser hook`)
      return user
    },
    setter(user) {
      users.set(this, user)
    },
  })
  app.decorateRequest('source', {
    getter() {
      return requestSource(this, context.cookies)
    },
  })
  app.addHook('onClose', async () => context.endings[Symbol.asyncDispose]())
  for (const route of routes) await app.register(route)
  await app.register(googleRoutes, { flow: flow(context, dependencies) })
}

// What it decorates is for the routes beside it too.
Object.assign(authPlugin, { [Symbol.for('skip-override')]: true })

async function authContext(dependencies: AuthDependencies): Promise<AuthContext> {
  const { database, config, site, logger, meters, clock = () => new Date(), hashing = passwordHashing() } = dependencies
  return {
    database,
    config,
    site,
    clock,
    hashing,
    accessTokens: accessTokens({ dataDirectory: config.dataDirectory, issuer: () => site.publicUrl }),
    cookies: siteCookies(site),
    limits: authLimits(config),
    attemptsInTurn: inTurn(mostWaiting),
    security: securityLog({ logger, meters }),
    endings: await sessionEndings({ database, clock }),
  }
}

function flow(context: AuthContext, { config, site, issuer }: AuthDependencies): GoogleFlow | null {
  if (config.google === null) return null
  const options = issuer === undefined ? config.google : { ...config.google, issuer }
  return googleFlow(context, openProvider(options, site))
}
