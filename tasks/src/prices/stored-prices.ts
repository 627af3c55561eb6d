import { type AssetPrices, findPriceBytes, keepPriceVersion, type Tables } from '@portofino/database'
import { isoDate, type Day, type Instrument, type PriceHistory } from '@portofino/market'
import { contentVersion, decodeContent, encodeContent, StoreDamage } from '@portofino/market-data'
import type { Kysely } from 'kysely'
import type { VersionFiles } from './version-files.ts'

export interface PricePlace {
  db: Kysely<Tables>
  /** Name of the source. */
  source: string
  files: VersionFiles
}

/** One version of the prices of an instrument. A `StoreDamage` when neither file nor database has the bytes that it names. */
export async function readPrices(
  { db, source, files }: PricePlace,
  instrument: Instrument,
  { version, asOf }: Pick<AssetPrices, 'version' | 'asOf'>,
): Promise<PriceHistory> {
  const kept = await files.read(version)
  const bytes = kept ?? (await findPriceBytes(db, { ...instrument, source, version }))
  if (bytes === undefined || (kept === null && contentVersion(bytes) !== version)) {
    throw new StoreDamage(`the prices of ${instrument.symbol} in the database are missing or damaged`)
  }
  if (kept === null) await files.keep(version, bytes)
  const { adjusted, raw, actions } = understood(instrument, bytes)
  const [first, last] = [adjusted.days[0] ?? null, adjusted.days.at(-1) ?? null]
  return { instrument: { ...instrument, first, last }, adjusted, raw, actions, source, asOf, version }
}

function understood({ symbol }: Instrument, bytes: Uint8Array): ReturnType<typeof decodeContent> {
  try {
    return decodeContent(bytes)
  } catch (cause) {
    throw new StoreDamage(`the prices of ${symbol} in the database cannot be understood`, cause)
  }
}

/** Stores the bytes and gives their version; which version is current is for `setCurrentPrices`. */
export async function writePrices({ db, source, files }: PricePlace, history: PriceHistory): Promise<string> {
  const bytes = encodeContent(history)
  const version = contentVersion(bytes)
  const { symbol, market } = history.instrument
  await keepPriceVersion(db, { source, symbol, market, version, bytes })
  await files.keep(version, bytes)
  return version
}

/** As columns hold them. */
export function askedDays({ from, to }: { from: Day; to: Day }): { from: string; to: string } {
  return { from: isoDate(from), to: isoDate(to) }
}
