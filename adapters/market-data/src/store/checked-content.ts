import { isoDate, type Instrument } from '@portofino/market'
import { contentVersion, decodeContent, type HistoryContent, type StoredIdentity } from '../history-content.ts'
import { unsoundValue } from '../unsound-value.ts'
import { StoreDamage } from './store-damage.ts'

/** A version as something else names it, which its bytes must bear out. */
export interface StatedVersion {
  version: string
  instrument: Instrument
  /** Where the bytes are, for faults. */
  place: string
}

/** What stored bytes say, its instrument with first and last day. A `StoreDamage` when they were cut or altered, or are another instrument's. */
export function checkedContent(
  bytes: Uint8Array,
  { version, instrument, place }: StatedVersion,
): HistoryContent & { instrument: Instrument } {
  if (contentVersion(bytes) !== version) throw new StoreDamage(`${place} does not have the content that its name states`)
  const content = understood(place, () => decodeContent(bytes))
  requireSame(place, { stated: instrument, found: content.instrument })
  requireSound(place, content)
  const { days } = content.adjusted
  return { ...content, instrument: { ...instrument, first: days[0] ?? null, last: days.at(-1) ?? null } }
}

export function understood<T>(place: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new StoreDamage(`${place} is damaged: it cannot be understood`, cause)
  }
}

export function requireSame(place: string, { stated, found }: { stated: Instrument; found: StoredIdentity }): void {
  for (const key of ['symbol', 'market', 'calendar', 'currency', 'returns'] as const) {
    if (stated[key] === found[key]) continue
    throw new StoreDamage(
      `the prices of ${stated.symbol} are damaged: their ${key} is ${stated[key]}, but ${place} has ${found[key]}`,
    )
  }
}

function requireSound(place: string, content: HistoryContent): void {
  const unsound = unsoundValue(content)
  if (unsound !== null)
    throw new StoreDamage(`${place} is damaged: the ${unsound.what} of ${isoDate(unsound.day)} is ${unsound.value}`)
  for (const { days } of [content.adjusted, ...(content.raw === null ? [] : [content.raw])]) {
    if (days.some((day, t) => t > 0 && day <= days[t - 1]!))
      throw new StoreDamage(`${place} is damaged: its days are in disorder`)
  }
}
