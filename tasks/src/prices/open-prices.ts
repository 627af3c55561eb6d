import { join } from 'node:path'
import type { Database } from '@portofino/database'
import { isoDate } from '@portofino/market'
import {
  marketDataForms,
  MarketDataError,
  type MarketDataOptions,
  type MarketDataSource,
  openMarketData,
  type RefreshReport,
} from '@portofino/market-data'
import type { Logger, Meters } from '@portofino/telemetry'
import { openCollectedSource } from './collected-source.ts'
import { databaseStore } from './database-store.ts'
import { localCatalog } from './local-catalog.ts'
import { openTurns } from './turns.ts'
import { openVersionFiles } from './version-files.ts'

export interface PricesOptions extends Pick<MarketDataOptions, 'fetch' | 'now' | 'attempts'> {
  database: Pick<Database, 'db'>
  /** Imports are in its folder `prices`, copies of what is in the database in `price-cache`. */
  dataDirectory: string
  logger: Logger
  meters: Meters
}

/** Each keeps a connection of the pool; a provider does not like many either. */
const fetchesAtOnce = 3

/**
 * The one source of prices of this server. What a provider gave and what was imported is in the database, for all hosts; `sample` and `synthetic`
 * are the same everywhere without it.
 *
 * @param spec value of `MARKET_DATA`; an unknown one is a RangeError
 */
export async function openPrices(spec: string, options: PricesOptions): Promise<MarketDataSource> {
  const { database, dataDirectory, logger, meters, now = Date.now, ...network } = options
  const { db } = database
  const common = { storeFolder: join(dataDirectory, 'prices'), otherSources: otherSources(spec), now, ...network }
  if (spec === 'yahoo') {
    const files = await openVersionFiles(join(dataDirectory, 'price-cache'), logger)
    const store = databaseStore({ db, source: spec, files, turns: openTurns(fetchesAtOnce) })
    const onRefresh = (report: RefreshReport): void => tell(report, spec, { logger, meters })
    const stored = await openMarketData(spec, { ...common, store, onRefresh })
    return countingFailures(localCatalog(stored, { db, otherSources: common.otherSources, now }), meters)
  }
  const open = async () => openMarketData(spec, common).catch(naming(spec))
  if (!/^csv:./.test(spec)) return open()
  const files = await openVersionFiles(join(dataDirectory, 'price-cache'), logger)
  return openCollectedSource(spec.slice('csv:'.length), { db, files, otherSources: common.otherSources, open, now })
}

/** For E301 and other faults about symbols. */
function otherSources(spec: string): string {
  const others = marketDataForms.filter((form) => form.split(':')[0] !== spec.split(':')[0])
  return `Whoever runs the server names another source with MARKET_DATA: ${others.join(', ')}.`
}

function naming(spec: string): (fault: unknown) => never {
  return (fault) => {
    if (!(fault instanceof RangeError)) throw fault
    throw new RangeError(`Cannot start: MARKET_DATA must be one of ${marketDataForms.join(', ')}, got "${spec}"`, {
      cause: fault,
    })
  }
}

function tell(report: RefreshReport, source: string, { logger, meters }: Pick<PricesOptions, 'logger' | 'meters'>): void {
  const { outcome, reason, version, suspicions } = report
  const { symbol } = report.instrument
  meters.pricesFetched.inc({ source, outcome })
  if (outcome === 'replaced') logger.info({ source, symbol, reason, version }, 'all prices were fetched again')
  const [first] = suspicions
  if (first === undefined) return
  const about = { source, symbol, count: suspicions.length, reason: `${isoDate(first.day)}: ${first.message}` }
  logger.warn(about, 'new prices look odd and were kept as they are')
}

function countingFailures(source: MarketDataSource, meters: Meters): MarketDataSource {
  return {
    ...source,
    history: async (request) =>
      source.history(request).catch((fault: unknown) => {
        if (fault instanceof MarketDataError) meters.pricesFetched.inc({ source: source.name, outcome: fault.code })
        throw fault
      }),
  }
}
