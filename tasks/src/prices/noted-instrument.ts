import type { Asset } from '@portofino/database'
import type { Instrument } from '@portofino/market'
import { StoreDamage } from '@portofino/market-data'

/** The instrument as the adapter described it when it was noted. */
export function notedInstrument({ instrument }: Asset): Instrument {
  if (isInstrument(instrument)) return instrument
  throw new StoreDamage(`an instrument in the database cannot be understood: ${JSON.stringify(instrument)}`)
}

function isInstrument(value: unknown): value is Instrument {
  if (typeof value !== 'object' || value === null) return false
  const fields: Record<string, unknown> = { ...value }
  const texts = ['symbol', 'name', 'currency', 'returns'].every((name) => typeof fields[name] === 'string')
  const names = ['market', 'calendar'].every((name) => fields[name] === null || typeof fields[name] === 'string')
  return texts && names && ['first', 'last'].every((name) => fields[name] === null || Number.isInteger(fields[name]))
}
