import { readFile } from 'node:fs/promises'
import { isoDate, parseIsoDate, type Day, type Instrument } from '@portofino/market'
import { writeDurably } from './durable-file.ts'
import { isMissingFile, StoreDamage } from './store-damage.ts'

/** The small file that says which version of an instrument's prices is current, and what the provider was asked for. */
export interface PricePointer {
  instrument: Instrument
  version: string
  asOf: string
  /** Every price of these days, both included, is in the version; days without one had none. */
  from: Day
  to: Day
}

export async function writePointer(path: string, { from, to, ...rest }: PricePointer): Promise<void> {
  const stored = { format: 1, ...rest, from: isoDate(from), to: isoDate(to) }
  await writeDurably(path, `${JSON.stringify(stored, null, 2)}\n`)
}

/** Null when there is none; a `StoreDamage` when it cannot be understood. */
export async function readPointer(path: string): Promise<PricePointer | null> {
  try {
    return parsedPointer(await readFile(path, 'utf8'))
  } catch (cause) {
    if (isMissingFile(cause)) return null
    throw new StoreDamage(`${path} cannot be understood`, cause)
  }
}

function parsedPointer(text: string): PricePointer {
  const stored: Omit<PricePointer, 'from' | 'to'> & { format: number; from: string; to: string } = JSON.parse(text)
  const [from, to] = [parseIsoDate(stored.from), parseIsoDate(stored.to)]
  if (stored.format !== 1 || from === null || to === null || !/^[0-9a-f]{64}$/.test(stored.version)) {
    throw new RangeError(`Cannot read a pointer: it must have format 1, a version and two dates, got ${text}`)
  }
  const { instrument, version, asOf } = stored
  return { instrument, version, asOf, from, to }
}
