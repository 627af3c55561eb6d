import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

type Connection = Kysely<Tables> | Transaction<Tables>

/** Adds to the use of each symbol, once for each time that it is listed. */
export async function countTickers(trx: Transaction<Tables>, symbols: readonly string[], at: Date): Promise<void> {
  await sql`
    insert into ticker_usage (symbol, uses, last_used_at)
    select symbol, count(*), ${at} from unnest(${symbols}::text[]) as symbol group by symbol order by symbol
    on conflict (symbol) do update
      set uses = ticker_usage.uses + excluded.uses, last_used_at = greatest(ticker_usage.last_used_at, excluded.last_used_at)`.execute(
    trx,
  )
}

/** The symbols that were used most. */
export async function popularTickers(db: Connection, limit: number): Promise<{ symbol: string; uses: number }[]> {
  return db
    .selectFrom('ticker_usage')
    .select(['symbol', 'uses'])
    .orderBy('uses', 'desc')
    .orderBy('last_used_at', 'desc')
    .orderBy('symbol')
    .limit(limit)
    .execute()
}
