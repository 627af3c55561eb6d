import type { PriceColumn } from '../grid/price-column.ts'

/** 1 where the market of every holding was open that was listed and not yet settled; null when that is everywhere. */
export function openSessions(columns: readonly PriceColumn[], sessions: number): Uint8Array | null {
  const closable = columns.filter((column) => column.open !== null)
  if (closable.length === 0) return null
  const open = new Uint8Array(sessions).fill(1)
  for (const column of closable) {
    const end = column.settlement?.session ?? sessions
    for (let session = column.listed; session < end; session++) if (column.open![session] === 0) open[session] = 0
  }
  return open
}
