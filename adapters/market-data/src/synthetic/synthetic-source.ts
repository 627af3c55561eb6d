import type { Day } from '@portofino/market'
import { dayNumber, isoDate } from '@portofino/market'
import { listedSource } from '../listed-source.ts'
import { MarketDataError } from '../market-data-error.ts'
import type { MarketDataSource } from '../market-data-source.ts'
import { syntheticHistory, syntheticInstrument } from './synthetic-history.ts'
import { inventions } from './synthetic-instruments.ts'

export interface SyntheticOptions {
  /** One sentence: how to use another source. */
  otherSources: string
  /** A whole number of 32 bits; equal seeds give equal prices. 1 unless given. */
  seed?: number
  /** The last day that has happened; 2024-12-31 unless given. An earlier one shows what a source could have known then. */
  today?: Day
}

const name = 'synthetic'

/** Whole, of 32 bits. */
export function isSeed(seed: number): boolean {
  return Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32
}

/**
 * An invented market from 2010 on, for tests and demonstrations. Each instrument says by its name what befalls it: a listing, a delisting,
 * a rename, splits, a special dividend, a halted week, a missing close, a price a hundred times too high; London keeps sessions of its
 * own, and one market never closes. Needs neither files nor network.
 */
export function syntheticSource({ otherSources, seed = 1, today = dayNumber(2024, 12, 31) }: SyntheticOptions): MarketDataSource {
  if (!isSeed(seed)) {
    throw new RangeError(`Cannot invent prices: the seed must be a whole number within 0..${2 ** 32 - 1}, got ${seed}`)
  }
  const byInstrument = new Map(
    inventions.flatMap((invention) => {
      const instrument = syntheticInstrument(invention, today)
      return instrument === null ? [] : [[instrument, invention] as const]
    }),
  )
  return listedSource({
    name,
    otherSources,
    instruments: [...byInstrument.keys()],
    async load(instrument) {
      const history = syntheticHistory(byInstrument.get(instrument)!, { seed, today })
      if (history !== null) return history
      const message = `${instrument.symbol} has no invented price before ${isoDate(today)}. ${otherSources}`
      throw new MarketDataError(message, { code: 'not_found', source: name, symbol: instrument.symbol })
    },
  })
}
