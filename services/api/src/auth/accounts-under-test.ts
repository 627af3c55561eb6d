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
import type { AuthConfig } from './auth-config.ts'
import { authPlugin } from './auth-plugin.ts'
import type { AuthDependencies } from './auth-plugin.ts'

export const publicUrl = 'http://localhost:8000'
export const password = 'seven geese fly south'

/** What a browser adds when a page of ours asks. */
export const ownPage = { origin: publicUrl, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

export type TestedSettings = Partial<Omit<AuthConfig, 'limits'>> & { limits?: Partial<AuthConfig['limits']> } & Partial<
    Pick<AuthDependencies, 'issuer' | 'hashing'>
  > & { publicUrl?: string; database?: Database; routes?: (app: FastifyInstance) => Promise<void> }

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

const limits = { loginsPerMinute: 20, registrationsPerHour: 5, callsPerMinute: 60, queuedPerUser: 20, socketsPerUser: 10 }

function testedConfig(settings: TestedSettings, dataDirectory: string) {
  const defaults = {
    isLoopback: true,
    dataDirectory,
    registration: 'open' as const,
    passwordMinLength: 8,
    google: null,
    publicUrl,
    allowedOrigins: [] as string[],
    trustedProxies: [] as string[],
  }
  return { ...defaults, ...settings, limits: { ...limits, ...settings.limits } }
}

/** The real server with its accounts on a real database of its own, and a clock that the test moves. */
export async function accountsUnderTest(settings: TestedSettings = {}): Promise<TestedAccounts> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'portofino-accounts-'))
  const database = settings.database ?? (await temporaryDatabase())
  const config = testedConfig(settings, dataDirectory)
  const logLines: string[] = []
  const logger = createLogger({ level: 'info', name: 'api', destination: { write: (line) => void logLines.push(line) } })
  let offset = 0
  const clock = (): Date => new Date(Date.now() + offset)
  const frame = { config, site: openSite(config, () => 8000), logger, meters: createMeters(), version: '0' }
  const app = await openServer(frame)
  const hashing = settings.hashing ?? passwordHashing({ memoryCost: 256, timeCost: 1 })
  const issuer = settings.issuer === undefined ? {} : { issuer: settings.issuer }
  await app.register(authPlugin, { ...frame, database, clock, hashing, ...issuer })
  await settings.routes?.(app)
  await app.ready()
  return {
    app,
    database,
    dataDirectory,
    logLines,
    now: clock,
    pass: (ms) => void (offset += ms),
    ...calls(app, config.publicUrl),
    async [Symbol.asyncDispose]() {
      await app.close()
      if (settings.database === undefined) await database[Symbol.asyncDispose]()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

function calls(app: FastifyInstance, url: string): Pick<TestedAccounts, 'post' | 'get' | 'register' | 'login'> {
  const { host } = new URL(url)
  const post: TestedAccounts['post'] = (path, body, options = {}) =>
    app.inject({ method: 'POST', url: path, payload: body, ...options, headers: { host, ...options.headers } })
  return {
    post,
    get: (path, token) =>
      app.inject({ url: path, headers: { host, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } }),
    register: async (email) => (await post('/auth/register', { email, password })).json().id,
    login: async (email, options) => (await post('/auth/login', { email, password }, options)).json(),
  }
}
