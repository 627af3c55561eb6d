import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

/** An instrument of a source. */
export interface AssetName {
  source: string
  symbol: string
  /** Null for what has none, such as an index. */
  market: string | null
}

/** Null in names is empty in keys. */
export function assetKey({ source, symbol, market }: AssetName): { source: string; symbol: string; market: string } {
  return { source, symbol, market: market ?? '' }
}

/** Undefined when there is no such version. Whether the bytes are what the version says is for the reader to check. */
export async function findPriceBytes(
  db: Connection,
  { version, ...name }: AssetName & { version: string },
): Promise<Buffer | undefined> {
  const { source, symbol, market } = assetKey(name)
  const row = await db
    .selectFrom('price_versions')
    .select('bytes')
    .where('source', '=', source)
    .where('symbol', '=', symbol)
    .where('market', '=', market)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.bytes
}

/** Stores the bytes under their version, or notes that they are still right. Damaged ones are replaced. */
export async function keepPriceVersion(
  db: Connection,
  { version, bytes, ...name }: AssetName & { version: string; bytes: Uint8Array },
): Promise<void> {
  const { source, symbol, market } = assetKey(name)
  const { numUpdatedRows } = await db
    .updateTable('price_versions')
    .set({ checked_at: sql<Date>`now()` })
    .where('source', '=', source)
    .where('symbol', '=', symbol)
    .where('market', '=', market)
    .where('version', '=', version)
    .where(sql<boolean>`encode(sha256(bytes), 'hex') = version`)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await db
    .insertInto('price_versions')
    .values({ source, symbol, market, version, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    .onConflict((conflict) =>
      conflict.columns(['source', 'symbol', 'market', 'version']).doUpdateSet({
        bytes: (excluded) => excluded.ref('excluded.bytes'),
        checked_at: sql<Date>`now()`,
      }),
    )
    .execute()
}

/** Removes versions that are not current and were not for long; says how many. */
export async function removePriceVersions(db: Connection, olderThan: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from price_versions as old where checked_at < ${olderThan} and not exists (
      select from assets
      where (assets.source, assets.symbol, assets.market, assets.version) = (old.source, old.symbol, old.market, old.version))`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
