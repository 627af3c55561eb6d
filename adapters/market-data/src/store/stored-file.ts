import { readFile } from 'node:fs/promises'
import { MarketDataError } from '../market-data-error.ts'
import { isMissingFile } from './store-damage.ts'

/** The bytes of a file of the store; null when there is none. A `MarketDataError` `unavailable` when it is there and cannot be read. */
export async function storedFile(path: string, source: string): Promise<Buffer | null> {
  return readFile(path).catch((fault: unknown) => {
    if (isMissingFile(fault)) return null
    throw unreadable(path, { source, fault })
  })
}

/** What is whole but kept from us must neither be replaced nor called damaged. */
export function unreadable(path: string, { source, fault }: { source: string; fault: unknown }): MarketDataError {
  const reason = fault instanceof Error ? fault.message : String(fault)
  const message = `${path} cannot be read (${reason}); allow reading it or choose another data folder`
  return new MarketDataError(message, { code: 'unavailable', source, symbol: null }, fault)
}
