import type { Database } from '@portofino/database'
import type { Jobs } from '@portofino/jobs'
import type { MarketDataSource } from '@portofino/market-data'
import type { Logger, Meters } from '@portofino/telemetry'

/** What tasks are submitted, followed and run with; opened once a process. */
export interface TaskContext {
  database: Database
  jobs: Jobs
  marketData: MarketDataSource
  logger: Logger
  meters: Meters
}
