import { basename, resolve } from 'node:path'
import { type AssetPrices, forgetOtherAssets, listAssets, setCurrentPrices, whileLocked } from '@portofino/database'
import type { Instrument, PriceHistory } from '@portofino/market'
import { listedSource, MarketDataError, type MarketDataSource, StoreDamage } from '@portofino/market-data'
import { notedInstrument } from './noted-instrument.ts'
import { type PricePlace, readPrices, writePrices } from './stored-prices.ts'

export interface CollectionOptions extends Omit<PricePlace, 'source'> {
  otherSources: string
  /** Reads and checks the folder or import of this host. */
  open: () => Promise<MarketDataSource>
  /** Milliseconds since 1970. */
  now: () => number
}

/** So long another process's newer collection may stay unseen. */
const listedForMs = 10_000
const ever = { from: -Infinity, to: Infinity }

/**
 * A folder of CSV files or an import for all hosts: the host that has it puts it into the database as a whole, and every host reads it there.
 *
 * @param folder path, or the name of an import
 */
export async function openCollectedSource(folder: string, options: CollectionOptions): Promise<MarketDataSource> {
  const { db, open } = options
  const local = await open().catch(async (fault: unknown) => {
    const name = `csv:${basename(resolve(folder))}`
    const isElsewhere = fault instanceof MarketDataError && fault.code === 'not_found' && (await listAssets(db, name)).length > 0
    if (isElsewhere) return name
    throw fault
  })
  if (typeof local === 'string') return collectedSource(local, options)
  await collect(local, options)
  return collectedSource(local.name, options)
}

/** Puts all prices into the database; until the last moment the earlier collection stays in force. */
async function collect(local: MarketDataSource, { db, files }: CollectionOptions): Promise<void> {
  const source = local.name
  const instruments = Array.from((await local.catalog([])).instruments())
  await whileLocked(db, { name: JSON.stringify(['collection', source]) }, async (connection) => {
    const all: { instrument: Instrument; prices: AssetPrices }[] = []
    for (const instrument of instruments) {
      const history = await local.history({ instrument, ...ever })
      const version = await writePrices({ db: connection, source, files }, history)
      all.push({ instrument, prices: { version, asOf: history.asOf, asked: null } })
    }
    await connection.transaction().execute(async (trx) => {
      for (const { instrument, prices } of all) await setCurrentPrices(trx, { source, instrument, prices })
      await forgetOtherAssets(trx, source, instruments)
    })
  })
}

interface Listed {
  since: number
  /** With the list that it was made from. */
  source: Promise<MarketDataSource>
}

function collectedSource(name: string, options: CollectionOptions): MarketDataSource {
  const { now } = options
  let listed: Listed | null = null

  async function current(): Promise<MarketDataSource> {
    if (listed === null || now() - listed.since > listedForMs) {
      const fresh: Listed = { since: now(), source: listedNow(name, options) }
      fresh.source.catch(() => {
        if (listed === fresh) listed = null
      })
      listed = fresh
    }
    return listed.source
  }

  return {
    name,
    history: async (request) => (await current()).history(request),
    search: async (query, signal) => (await current()).search(query, signal),
    describe: async (symbol, signal) => (await current()).describe(symbol, signal),
    catalog: async (symbols, signal) => (await current()).catalog(symbols, signal),
    sessions: async (market, range) => (await current()).sessions(market, range),
  }
}

async function listedNow(name: string, options: CollectionOptions): Promise<MarketDataSource> {
  const { db, otherSources } = options
  const assets = await listAssets(db, name)
  const prices = new Map(assets.map((asset) => [notedInstrument(asset), asset.prices]))
  const load = async (instrument: Instrument): Promise<PriceHistory> => {
    const history = await readPrices({ ...options, source: name }, instrument, prices.get(instrument)!).catch(
      (cause: unknown) => {
        if (!(cause instanceof StoreDamage)) throw cause
        const message = `${cause.message}; start the server again where the folder of ${name} is`
        throw new MarketDataError(message, { code: 'malformed', source: name, symbol: instrument.symbol }, cause)
      },
    )
    return { ...history, instrument }
  }
  return listedSource({ name, otherSources, instruments: [...prices.keys()], load })
}
