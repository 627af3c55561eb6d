import { type AssetPrices, findPriceBytes, keepPriceVersion, type Tables } from '@portofino/database'
import { isoDate, type Day, type Instrument, type PriceHistory } from '@portofino/market'
import { checkedContent, contentVersion, encodeContent, StoreDamage } from '@portofino/market-data'
import type { Kysely } from 'kysely'
import type { VersionFiles } from './version-files.ts'

export interface PricePlace {
  db: Kysely<Tables>
  /** Name of the source. */
  source: string
  files: VersionFiles
}

/**
 * One version of the prices of an instrument. A `StoreDamage` when neither file nor database has the bytes that it names, or these are of another
 * instrument or hold what no price can be.
 */
export async function readPrices(
  { db, source, files }: PricePlace,
  instrument: Instrument,
  { version, asOf }: Pick<AssetPrices, 'version' | 'asOf'>,
): Promise<PriceHistory> {
  const kept = await files.read(version)
  const bytes = kept ?? (await findPriceBytes(db, { ...instrument, source, version }))
  const place = `what the database holds as prices of ${instrument.symbol}`
  if (bytes === undefined) throw new StoreDamage(`the database holds no prices of ${instrument.symbol} of version ${version}`)
  const content = checkedContent(bytes, { version, instrument, place })
  if (kept === null) await files.keep(version, bytes)
  return { ...content, source, asOf, version }
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
