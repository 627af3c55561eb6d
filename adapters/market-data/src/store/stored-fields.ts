import { parseIsoDate, tradingCalendar, type Instrument } from '@portofino/market'
import { isPlain, longestName } from '../plain-text.ts'

/** What is wrong with the JSON of the store, as the rest of a sentence about the file. */
export class WrongField extends Error {}

type Fields = Record<string, unknown>

export function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.fromEntries(Object.entries(value))
  throw new WrongField(`${place} is no object`)
}

export function requireFormat({ format }: Fields): void {
  if (format !== 1) throw new WrongField('its "format" is not 1')
}

/** A name of a `.prices` file, and nothing that leads elsewhere. */
export function versionIn({ version }: Fields): string {
  if (typeof version === 'string' && /^[0-9a-f]{64}$/.test(version)) return version
  throw new WrongField('its "version" is no digest')
}

/** ISO 8601: a day, or a moment in UTC. */
export function asOfIn({ asOf }: Fields): string {
  const isForm = typeof asOf === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?Z)?$/.test(asOf)
  if (isForm && parseIsoDate(asOf.slice(0, 10)) !== null && !Number.isNaN(Date.parse(asOf))) return asOf
  throw new WrongField('its "asOf" is no time')
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && isPlain(value)
const isDayOrNull = (value: unknown): boolean => value === null || Number.isInteger(value)

/** What each field of a stored instrument must be. */
const instrumentFields: Readonly<Record<keyof Instrument, (value: unknown) => boolean>> = {
  symbol: isText,
  name: (value) => isText(value) && String(value).length <= longestName,
  market: (value) => value === null || isText(value),
  calendar: (value) => value === null || (typeof value === 'string' && tradingCalendar(value) !== null),
  currency: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
  returns: (value) => value === 'total' || value === 'price' || value === 'yield',
  first: isDayOrNull,
  last: isDayOrNull,
}

export function instrumentIn(entry: Fields): Instrument {
  const instrument: unknown = fieldsOf(entry['instrument'], 'its "instrument"')
  if (isInstrument(instrument)) return instrument
  throw new WrongField(`its "instrument" is none`)
}

function isInstrument(value: unknown): value is Instrument {
  const fields: Fields = Object.fromEntries(Object.entries(value ?? {}))
  return Object.entries(instrumentFields).every(([name, isRight]) => isRight(fields[name]))
}
