import { createHash } from 'node:crypto'
import type { LoadedPrices } from '@portofino/market-data'
import { engineVersion } from '@portofino/simulator'

export interface ResultIdentity {
  /** Of the canonical command. */
  hash: string
  /** As typed: positions in notes depend on it. */
  command: string
  dialect: string
  prices: Pick<LoadedPrices, 'data' | 'marketSessions'>
}

/** Counts what is stored beside documents: a result without it is not found again. */
const storedForm = 2

/** SHA-256 over all that a stored document depends on: equal keys, equal documents to the last bit. */
export function resultKey({ hash, command, dialect, prices: { data, marketSessions } }: ResultIdentity): Buffer {
  const key = createHash('sha256')
  key.update(JSON.stringify([hash, data.version, engineVersion, data.source, data.asOf, dialect, command, storedForm]))
  for (const [market, days] of marketSessions) key.update(`\n${market} ${days.join(' ')}`)
  return key.digest()
}
