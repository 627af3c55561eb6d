import { createHash } from 'node:crypto'
import type { CorporateAction, Instrument, PriceHistory, PriceSeries, RawPrices } from '@portofino/market'

/** What a version is made of: prices, events and all that decides how they are read. No name, no time, no provider. */
export type HistoryContent = Pick<PriceHistory, 'adjusted' | 'raw' | 'actions'> & { instrument: StoredIdentity }

/** Which instrument the prices are of, and how they are meant. */
export type StoredIdentity = Pick<Instrument, 'symbol' | 'market' | 'calendar' | 'currency' | 'returns'>

const magic = 'PFPRICES'
const formatVersion = 1
/** Before the header: magic, format and the header's length. */
export const prefixBytes = 16
const rawColumns = ['open', 'high', 'low', 'close', 'volume'] as const

/** SHA-256 in hex of the encoded content: equal content gives equal versions, whoever provided it and whenever. */
export function historyVersion(content: HistoryContent): string {
  return contentVersion(encodeContent(content))
}

export function contentVersion(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * One file of the price store: magic, format version, length of the JSON header, the header padded to 8 bytes, then the columns,
 * Float64 before Int32 so that each stands at its own alignment. Numbers are little-endian, as on every platform that Node 24 runs on.
 */
export function encodeContent({ instrument, adjusted, raw, actions }: HistoryContent): Uint8Array {
  const { symbol, market, calendar, currency, returns } = instrument
  const header = JSON.stringify({
    instrument: { symbol, market, calendar, currency, returns },
    rows: adjusted.days.length,
    rawRows: raw === null ? null : raw.days.length,
    actions: actions.map(inFixedKeyOrder),
  })
  const headerBytes = Buffer.from(header.padEnd(header.length + padding(Buffer.byteLength(header)), ' '))
  const prefix = Buffer.alloc(prefixBytes)
  prefix.write(magic, 'latin1')
  prefix.writeUInt32LE(formatVersion, 8)
  prefix.writeUInt32LE(headerBytes.length, 12)
  const floats = [adjusted.closes, ...(raw === null ? [] : rawColumns.map((name) => raw[name]))]
  const days = [adjusted.days, ...(raw === null ? [] : [raw.days])]
  return Buffer.concat([prefix, headerBytes, ...[...floats, ...days].map(bytesOf)])
}

/** The inverse of `encodeContent`. A RangeError when the bytes are not such a file. */
export function decodeContent(bytes: Uint8Array): HistoryContent {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { start, length } = headerRange(view)
  const columnsAt = start + length
  const header: Header = JSON.parse(view.toString('utf8', start, columnsAt))
  // A copy, because typed arrays must begin at a multiple of eight within their buffer.
  const columns = new Uint8Array(view.subarray(columnsAt)).buffer
  const rawRows = header.rawRows ?? 0
  const expected = (header.rows + 5 * rawRows) * 8 + (header.rows + rawRows) * 4
  if (columns.byteLength !== expected) {
    throw new RangeError(`Cannot read prices: columns must have ${expected} bytes, got ${columns.byteLength}`)
  }
  return { instrument: header.instrument, actions: header.actions, ...readColumns(columns, header) }
}

/** Where the header stands, told by the first bytes of a file. A RangeError when it is no price file. */
export function headerRange(prefix: Buffer): { start: number; length: number } {
  if (prefix.length < prefixBytes || prefix.toString('latin1', 0, 8) !== magic)
    throw new RangeError('Cannot read prices: no price file')
  const format = prefix.readUInt32LE(8)
  if (format !== formatVersion) throw new RangeError(`Cannot read prices: format must be ${formatVersion}, got ${format}`)
  return { start: prefixBytes, length: prefix.readUInt32LE(12) }
}

/** Whose prices they are, from the bytes of the header. */
export function decodeInstrument(header: Buffer): StoredIdentity {
  const { instrument }: Header = JSON.parse(header.toString('utf8'))
  return instrument
}

interface Header {
  instrument: HistoryContent['instrument']
  rows: number
  rawRows: number | null
  actions: CorporateAction[]
}

function readColumns(columns: ArrayBuffer, { rows, rawRows }: Header): { adjusted: PriceSeries; raw: RawPrices | null } {
  const daysAt = 8 * (rows + 5 * (rawRows ?? 0))
  const adjusted = { closes: new Float64Array(columns, 0, rows), days: new Int32Array(columns, daysAt, rows) }
  if (rawRows === null) return { adjusted, raw: null }
  const [open, high, low, close, volume] = rawColumns.map((_, k) => new Float64Array(columns, 8 * (rows + k * rawRows), rawRows))
  const days = new Int32Array(columns, daysAt + 4 * rows, rawRows)
  return { adjusted, raw: { days, open: open!, high: high!, low: low!, close: close!, volume: volume! } }
}

function inFixedKeyOrder(action: CorporateAction): CorporateAction {
  const { type, day } = action
  if (type === 'split') return { type, day, ratio: action.ratio }
  if (type === 'dividend') return { type, day, amount: action.amount }
  if (type === 'delisting') return { type, day, return: action.return }
  return { type, day, symbol: action.symbol }
}

function padding(length: number): number {
  return (8 - (length % 8)) % 8
}

function bytesOf(column: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
}
