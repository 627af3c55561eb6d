import { resolve } from 'node:path'
import type { LogLevel } from '@portofino/telemetry'

export interface WorkerConfig {
  /** Absolute; the embedded database, when there is no address, and the price cache. */
  dataDirectory: string
  /** Null for the embedded database of the data directory. */
  databaseUrl: string | null
  marketData: string
  /** Threads for what computes; null for one fewer than there are processors. */
  threads: number | null
  logLevel: LogLevel
  /** Where `/metrics` and `/health` are. */
  metricsHost: string
  /** Null for nowhere; 0 takes a free one. */
  metricsPort: number | null
}

const logLevels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The only reader of the environment in this service. Throws once, listing every fault. Empty settings count as left out. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Readonly<WorkerConfig> {
  const faults: string[] = []
  const text = (name: string): string | null => environment[name]?.trim() || null
  const databaseUrl = text('DATABASE_URL')
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    // The address may hold a password, so the message shows its beginning only.
    faults.push(`DATABASE_URL must be a postgres:// address, got one that begins with "${databaseUrl.slice(0, 8)}"`)
  }
  const threads = wholeNumber('WORKER_THREADS', text('WORKER_THREADS'), { low: 1, high: 999, faults })
  const metricsPort = wholeNumber('METRICS_PORT', text('METRICS_PORT'), { low: 0, high: 65_535, faults })
  const logLevel = levelOf(text('LOG_LEVEL') ?? 'info', faults)
  if (faults.length > 0) throw new Error(`Cannot start the worker:\n  ${faults.join('\n  ')}`)
  return Object.freeze({
    dataDirectory: resolve(text('DATA_DIR') ?? 'data'),
    databaseUrl,
    marketData: text('MARKET_DATA') ?? 'sample',
    threads,
    logLevel,
    metricsHost: text('METRICS_HOST') ?? '127.0.0.1',
    metricsPort,
  })
}

interface Bounds {
  low: number
  high: number
  faults: string[]
}

function wholeNumber(name: string, written: string | null, { low, high, faults }: Bounds): number | null {
  if (written === null) return null
  const value = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN
  if (!(value >= low && value <= high)) faults.push(`${name} must be a whole number within ${low}..${high}, got "${written}"`)
  return value
}

function levelOf(written: string, faults: string[]): LogLevel {
  const level = logLevels.find((each) => each === written)
  if (level === undefined) faults.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, got "${written}"`)
  return level ?? 'info'
}
