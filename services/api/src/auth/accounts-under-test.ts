import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { temporaryDatabase } from '@portofino/database'
import type { Database } from '@portofino/database'
import { passwordHashing } from '@portofino/passwords'
import { createLogger, createMeters } from '@portofino/telemetry'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { openSite } from '../http/site.ts'
import { openServer } from '../server.ts'
import type { AuthConfig } from './auth-context.ts'
import { authPlugin } from './auth-plugin.ts'
import type { AuthDependencies } from './auth-plugin.ts'

export const publicUrl = 'http://localhost:8000'
export const password = 'seven geese fly south'

/** What a browser adds when a page of ours asks. */
export const ownPage = { origin: publicUrl, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

export type TestedSettings = Partial<AuthConfig> &
  Partial<Pick<AuthDependencies, 'issuer' | 'hashing'>> & { publicUrl?: string; database?: Database }

export interface TestedAccounts extends AsyncDisposable {
  app: FastifyInstance
  database: Database
  dataDirectory: string
  logLines: string[]
  /** Moves the clock of the server. */
  pass: (ms: number) => void
  now: () => Date
  post: (url: string, body: object, options?: Partial<InjectOptions>) => Promise<LightMyRequestResponse>
  get: (url: string, token?: string) => Promise<LightMyRequestResponse>
  register: (email: string) => Promise<number>
  login: (email: string, options?: Partial<InjectOptions>) => Promise<{ access_token: string; refresh_token: string }>
}

/** The real server with its accounts on a real database of its own, and a clock that the test moves. */
export async function accountsUnderTest(settings: TestedSettings = {}): Promise<TestedAccounts> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'portofino-accounts-'))
  const database = settings.database ?? (await temporaryDatabase())
  const logLines: string[] = []
  let offset = 0
  const now = (): Date => new Date(Date.now() + offset)
  const logger = createLogger({ level: 'info', name: 'api', destination: { write: (line) => void logLines.push(line) } })
  const config: AuthConfig & { publicUrl: string; allowedOrigins: string[]; trustedProxies: string[] } = {
    isLoopback: true,
    dataDirectory,
    registration: 'open',
    passwordMinLength: 8,
    google: null,
    publicUrl,
    allowedOrigins: [],
    trustedProxies: [],
    ...settings,
    limits: {
      loginsPerMinute: 20,
      registrationsPerHour: 5,
      callsPerMinute: 60,
      queuedPerUser: 20,
      socketsPerUser: 10,
      ...settings.limits,
    },
  }
  const meters = createMeters()
  const site = openSite(config, () => 8000)
  const app = await openServer({ config, site, logger, meters, version: '0' })
  const hashing = settings.hashing ?? passwordHashing({ memoryCost: 256, timeCost: 1 })
  const issuer = settings.issuer === undefined ? {} : { issuer: settings.issuer }
  await app.register(authPlugin, { database, config, site, logger, meters, clock: now, hashing, ...issuer })
  await app.ready()
  const host = new URL(config.publicUrl).host

  const post: TestedAccounts['post'] = (url, body, options = {}) =>
    app.inject({ method: 'POST', url, payload: body, ...options, headers: { host, ...options.headers } })
  return {
    app,
    database,
    dataDirectory,
    logLines,
    now,
    pass: (ms) => void (offset += ms),
    post,
    get: (url, token) =>
      app.inject({ url, headers: { host, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } }),
    register: async (email) => (await post('/auth/register', { email, password })).json().id,
    login: async (email, options) => (await post('/auth/login', { email, password }, options)).json(),
    async [Symbol.asyncDispose]() {
      await app.close()
      if (settings.database === undefined) await database[Symbol.asyncDispose]()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
