import { resolve } from 'node:path'
import { isMarketDataForm, marketDataForms } from '@portofino/market-data'
import { databaseUrl, settingReader } from '@portofino/process'
import type { SettingReader } from '@portofino/process'
import { logLevels } from '@portofino/telemetry'
import type { LogLevel } from '@portofino/telemetry'
import ipaddr from 'ipaddr.js'
import { settings } from './config/settings.ts'
import type { SettingName } from './config/settings.ts'
import { isLoopbackName } from './http/loopback.ts'

export interface ApiConfig {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Whether only this machine can reach the server. */
  isLoopback: boolean
  /** Without a slash at the end; null when it follows from the port that the server gets. */
  publicUrl: string | null
  /** Absolute. */
  dataDirectory: string
  /** Null for the embedded database. */
  databaseUrl: string | null
  marketData: string
  registration: 'open' | 'closed'
  passwordMinLength: number
  google: { clientId: string; clientSecret: string } | null
  /** Beside the one of `publicUrl`. */
  allowedOrigins: readonly string[]
  trustedProxies: readonly string[]
  metricsToken: string | null
  workers: 'in-process' | 'none'
  logLevel: LogLevel
  limits: Limits
}

export interface Limits {
  loginsPerMinute: number
  registrationsPerHour: number
  /** Simulations, checks, refreshes and tickets of one user, each. */
  callsPerMinute: number
  socketsPerUser: number
}

type Reader = SettingReader<SettingName>

/** The only reader of the environment in this service. Throws once, listing every fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Readonly<ApiConfig> {
  const reader = settingReader(settings, environment)
  const { text, optional, wholeNumber, oneOf, list, faults } = reader
  const host = text('HOST')
  const port = wholeNumber('PORT', { low: 0, high: 65_535 })
  const config: ApiConfig = {
    host,
    port,
    isLoopback: isLoopbackName(host),
    publicUrl: environment['PUBLIC_URL']?.trim() ? publicUrl(reader) : null,
    dataDirectory: resolve(text('DATA_DIR')),
    databaseUrl: databaseUrl(reader),
    marketData: marketData(reader),
    registration: oneOf('REGISTRATION', ['open', 'closed']),
    passwordMinLength: wholeNumber('PASSWORD_MIN_LENGTH', { low: 8, high: 64 }),
    google: google(reader),
    allowedOrigins: allowedOrigins(reader),
    trustedProxies: list('TRUSTED_PROXIES').filter((each) => isNetwork(each, reader)),
    metricsToken: optional('METRICS_TOKEN'),
    workers: oneOf('WORKERS', ['in-process', 'none']),
    logLevel: oneOf('LOG_LEVEL', logLevels),
    limits: limits(reader),
  }
  expectNothingReserved(reader)
  if (faults.length > 0) throw new Error(`Cannot start the server:\n  ${faults.join('\n  ')}`)
  return Object.freeze(config)
}

function limits({ wholeNumber }: Reader): Limits {
  const anyNumber = { low: 1, high: 1_000_000 }
  return {
    loginsPerMinute: wholeNumber('LOGINS_PER_MINUTE', anyNumber),
    registrationsPerHour: wholeNumber('REGISTRATIONS_PER_HOUR', anyNumber),
    callsPerMinute: wholeNumber('CALLS_PER_MINUTE', anyNumber),
    socketsPerUser: wholeNumber('SOCKETS_PER_USER', anyNumber),
  }
}

function publicUrl({ text, expect }: Reader): string | null {
  const written = text('PUBLIC_URL').replace(/\/$/, '')
  const fits = URL.canParse(written) && /^https?:$/.test(new URL(written).protocol) && new URL(written).origin === written
  expect(fits, `PUBLIC_URL must be http:// or https:// with a host and nothing behind it, got "${text('PUBLIC_URL')}"`)
  return fits ? written : null
}

function marketData({ text, expect }: Reader): string {
  const written = text('MARKET_DATA')
  expect(isMarketDataForm(written), `MARKET_DATA must be one of ${marketDataForms.join(', ')}, got "${written}"`)
  return written
}

function google({ optional, expect }: Reader): ApiConfig['google'] {
  const [clientId, clientSecret] = [optional('GOOGLE_CLIENT_ID'), optional('GOOGLE_CLIENT_SECRET')]
  expect((clientId === null) === (clientSecret === null), 'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be given together')
  return clientId === null || clientSecret === null ? null : { clientId, clientSecret }
}

/** Where the dashboard runs while it is worked on: by Vite, and apart from the server. */
const developmentOrigins = ['http://localhost:5173', 'http://localhost:3000']

function allowedOrigins(reader: Reader): readonly string[] {
  const { text, list } = reader
  const named = list('ALLOWED_ORIGINS')
  if (named.length > 0) return named.filter((each) => isOrigin(each, reader))
  // A server behind a proxy of this machine is for others, and has an address that says so.
  const names = [text('HOST'), URL.parse(text('PUBLIC_URL'))?.hostname ?? 'localhost']
  return names.every(isLoopbackName) ? developmentOrigins : []
}

function isOrigin(written: string, { expect }: Reader): boolean {
  const fits = URL.canParse(written) && new URL(written).origin === written
  expect(fits, `ALLOWED_ORIGINS must list origins such as https://app.example.org, got "${written}"`)
  return fits
}

function isNetwork(written: string, { expect }: Reader): boolean {
  const fits = ipaddr.isValid(written) || ipaddr.isValidCIDR(written)
  expect(fits, `TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8, got "${written}"`)
  return fits
}

/** A setting that does nothing yet must not look as if it did. */
function expectNothingReserved({ optional, expect }: Reader): void {
  for (const name of ['REDIS_URL', 'KAFKA_BROKERS'] as const) {
    expect(
      optional(name) === null,
      `${name} is reserved for the scaled-out setting, which this version does not have; leave it empty`,
    )
  }
}
