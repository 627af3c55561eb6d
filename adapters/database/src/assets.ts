import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { assetKey, type AssetName } from './price-versions.ts'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

/** What a source knows of an instrument, and which of its prices are current. */
export interface Asset {
  /** As the market-data adapter describes it. */
  instrument: unknown
  updatedAt: Date
  /** Null until prices are stored. */
  prices: AssetPrices | null
}

export interface AssetPrices {
  version: string
  /** When the source was asked, in its own words. */
  asOf: string
  /** ISO dates; null for prices that came as a whole collection. */
  asked: { from: string; to: string } | null
}

/** An instrument, of which symbol and market are its key. */
export interface DescribedAsset {
  symbol: string
  market: string | null
}

/** Undefined when nothing is known of it. */
export async function findAsset(db: Connection, name: AssetName): Promise<Asset | undefined> {
  const { source, symbol, market } = assetKey(name)
  const row = await selectAssets(db, source).where('symbol', '=', symbol).where('market', '=', market).executeTakeFirst()
  return row && assetOf(row)
}

/** Of these symbols or of all, by symbol and market. */
export async function listAssets(db: Connection, source: string, symbols?: readonly string[]): Promise<Asset[]> {
  const all = selectAssets(db, source).orderBy('symbol').orderBy('market')
  const rows = await (symbols === undefined ? all : all.where(sql<boolean>`symbol = any(${[...symbols]}::text[])`)).execute()
  return rows.map(assetOf)
}

/** Those whose symbol or name contains the text, best first: equal symbol, start of symbol, start of a word of the name, the rest. */
export async function searchAssets(
  db: Connection,
  { source, text, limit }: { source: string; text: string; limit: number },
): Promise<Asset[]> {
  const wanted = text.trim().toUpperCase()
  const name = sql<string>`upper(instrument ->> 'name')`
  const rows = await selectAssets(db, source)
    .where(sql<boolean>`(strpos(symbol, ${wanted}) > 0 or strpos(${name}, ${wanted}) > 0)`)
    .orderBy(sql`symbol <> ${wanted}`)
    .orderBy(sql`not starts_with(symbol, ${wanted})`)
    .orderBy(sql`strpos(' ' || ${name}, ' ' || ${wanted}) = 0`)
    .orderBy('symbol')
    .limit(limit)
    .execute()
  return rows.map(assetOf)
}

/** Those with fetched prices that runs have named since then, the most used first. */
export async function usedAssets(
  db: Connection,
  { source, since, limit }: { source: string; since: Date; limit: number },
): Promise<Asset[]> {
  const rows = await selectAssets(db, source)
    .innerJoin('ticker_usage', 'ticker_usage.symbol', 'assets.symbol')
    .where('asked_to', 'is not', null)
    .where('last_used_at', '>=', since)
    .orderBy('uses', 'desc')
    .orderBy('assets.symbol')
    .orderBy('market')
    .limit(limit)
    .execute()
  return rows.map(assetOf)
}

/** Notes what the source says of instruments. Those with prices keep what was said with these. */
export async function describeAssets(db: Connection, source: string, instruments: readonly DescribedAsset[]): Promise<void> {
  if (instruments.length === 0) return
  const rows = instruments.map(({ symbol, market }, k) => ({
    ...assetKey({ source, symbol, market }),
    instrument: JSON.stringify(instruments[k]),
  }))
  await db
    .insertInto('assets')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['source', 'symbol', 'market'])
        .doUpdateSet({ instrument: (excluded) => excluded.ref('excluded.instrument'), updated_at: sql<Date>`now()` })
        .where('assets.version', 'is', null),
    )
    .execute()
}

/** Makes a stored version the current one. */
export async function setCurrentPrices(
  db: Connection,
  { source, instrument, prices }: { source: string; instrument: DescribedAsset; prices: AssetPrices },
): Promise<void> {
  const { version, asOf, asked } = prices
  const values = {
    instrument: JSON.stringify(instrument),
    version,
    as_of: asOf,
    asked_from: asked?.from ?? null,
    asked_to: asked?.to ?? null,
  }
  await db
    .insertInto('assets')
    .values({ ...assetKey({ source, symbol: instrument.symbol, market: instrument.market }), ...values })
    .onConflict((conflict) =>
      conflict.columns(['source', 'symbol', 'market']).doUpdateSet({ ...values, updated_at: sql<Date>`now()` }),
    )
    .execute()
}

/** Forgets all that is not among these; their prices stay until they are old. */
export async function forgetOtherAssets(db: Connection, source: string, kept: readonly DescribedAsset[]): Promise<void> {
  const keys = kept.map(({ symbol, market }) => [symbol, market ?? ''])
  await sql`
    delete from assets where source = ${source} and not exists (
      select from json_array_elements(${JSON.stringify(keys)}::json) as key where key ->> 0 = symbol and key ->> 1 = market)`.execute(
    db,
  )
}

function selectAssets(db: Connection, source: string) {
  return db
    .selectFrom('assets')
    .select(['instrument', 'updated_at', 'version', 'as_of', 'asked_from', 'asked_to'])
    .where('source', '=', source)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAssets>['execute']>>[number]

function assetOf({ instrument, updated_at: updatedAt, version, as_of: asOf, asked_from: from, asked_to: to }: Row): Asset {
  const asked = from === null || to === null ? null : { from, to }
  return { instrument, updatedAt, prices: version === null || asOf === null ? null : { version, asOf, asked } }
}
