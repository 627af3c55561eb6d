import type { PackedPrices } from './packed-prices.ts'

/** `sample/manifest.json`, as the packing script writes it. */
export interface SampleManifest {
  label: string
  calendar: string
  /** The CSV files that the columns were made from: `date` and these symbols, in this order. */
  madeFrom: { file: string; sha256: string; symbols: string[] }[]
  sessions: { file: string; rows: number; sha256: string }
  symbols: SampleEntry[]
}

export interface SampleEntry {
  symbol: string
  name: string
  currency: string
  market: string | null
  returns: 'total' | 'price'
  first: string
  last: string
  prices: PackedPrices
  /** `historyVersion` of the unpacked prices. */
  version: string
}
