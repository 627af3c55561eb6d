import { resolve } from 'node:path'
import { databaseUrl, settingReader } from '@portofino/process'
import { logLevels } from '@portofino/telemetry'
import type { LogLevel } from '@portofino/telemetry'
import { settings } from './settings.ts'

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

/** The only reader of the environment in this service. Throws once, listing every fault. Empty settings count as left out. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Readonly<WorkerConfig> {
  const reader = settingReader(settings, environment)
  const { text, optional, wholeNumber, oneOf, faults } = reader
  const config: WorkerConfig = {
    dataDirectory: resolve(text('DATA_DIR')),
    databaseUrl: databaseUrl(reader),
    marketData: text('MARKET_DATA'),
    threads: optional('WORKER_THREADS') === null ? null : wholeNumber('WORKER_THREADS', { low: 1, high: 999 }),
    metricsHost: text('METRICS_HOST'),
    metricsPort: optional('METRICS_PORT') === null ? null : wholeNumber('METRICS_PORT', { low: 0, high: 65_535 }),
    logLevel: oneOf('LOG_LEVEL', logLevels),
  }
  if (faults.length > 0) throw new Error(`Cannot start the worker:\n  ${faults.join('\n  ')}`)
  return Object.freeze(config)
}
