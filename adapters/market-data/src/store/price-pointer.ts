import { isoDate, parseIsoDate, type Day, type Instrument } from '@portofino/market'
import { writeDurably } from './durable-file.ts'
import { StoreDamage } from './store-damage.ts'
import { asOfIn, fieldsOf, instrumentIn, requireFormat, versionIn, WrongField } from './stored-fields.ts'
import { storedFile } from './stored-file.ts'

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

/** Null when there is none; a `StoreDamage` when it is not wholly as it was written. */
export async function readPointer(path: string, source: string): Promise<PricePointer | null> {
  const bytes = await storedFile(path, source)
  if (bytes === null) return null
  try {
    return parsedPointer(bytes.toString('utf8'))
  } catch (cause) {
    const what = cause instanceof WrongField ? cause.message : 'it is no JSON'
    throw new StoreDamage(`${path} is damaged: ${what}`, cause)
  }
}

function parsedPointer(text: string): PricePointer {
  const stored = fieldsOf(JSON.parse(text), 'it')
  requireFormat(stored)
  const [from, to] = [dayIn(stored['from']), dayIn(stored['to'])]
  if (from === null || to === null || from > to) throw new WrongField('its "from" and "to" are no days in order')
  return { instrument: instrumentIn(stored), version: versionIn(stored), asOf: asOfIn(stored), from, to }
}

function dayIn(value: unknown): Day | null {
  return typeof value === 'string' ? parseIsoDate(value) : null
}
