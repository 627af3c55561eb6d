import { type Asset, findAsset, listAssets, setCurrentPrices, whileLocked } from '@portofino/database'
import { parseIsoDate } from '@portofino/market'
import type { PricePointer, PriceStore } from '@portofino/market-data'
import { notedInstrument } from './noted-instrument.ts'
import { askedDays, type PricePlace, readPrices, writePrices } from './stored-prices.ts'
import type { Turns } from './turns.ts'

export interface DatabaseStoreOptions extends PricePlace {
  /** Each turn keeps a connection while a provider is asked. */
  turns: Turns
}

/** The price store of one provider for all hosts: rows of the database, with files as their cache. One process at a time refreshes an instrument. */
export function databaseStore(options: DatabaseStoreOptions): PriceStore {
  const { db, source, turns } = options
  return {
    async read({ symbol, market }) {
      const asset = await findAsset(db, { source, symbol, market })
      const pointer = asset && pointerOf(asset)
      if (!pointer) return null
      const { instrument, from, to } = pointer
      return { history: await readPrices(options, instrument, pointer), from, to }
    },

    async write({ history, from, to }) {
      const { instrument, asOf } = history
      // The version first and apart: what names it is one statement, and never names what is not there.
      const version = await writePrices(options, history)
      await setCurrentPrices(db, { source, instrument, prices: { version, asOf, asked: askedDays({ from, to }) } })
    },

    async pointers(symbols) {
      const assets = await listAssets(db, source, symbols)
      return assets.map(pointerOf).filter((pointer) => pointer !== null)
    },

    async inTurn({ symbol, market }, { work, signal }) {
      const lock = { name: JSON.stringify(['prices', source, symbol, market]), signal }
      const alone = async () => whileLocked(db, lock, async (connection) => work(databaseStore({ ...options, db: connection })))
      return turns.take(alone, signal)
    },
  }
}

/** Null when no prices were fetched. */
function pointerOf(asset: Asset): PricePointer | null {
  const { prices } = asset
  if (prices === null || prices.asked === null) return null
  const [from, to] = [parseIsoDate(prices.asked.from), parseIsoDate(prices.asked.to)]
  if (from === null || to === null) {
    throw new RangeError(`Cannot read a pointer: its days must be YYYY-MM-DD, got ${prices.asked.from} and ${prices.asked.to}`)
  }
  return { instrument: notedInstrument(asset), version: prices.version, asOf: prices.asOf, from, to }
}
