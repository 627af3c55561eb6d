import { contentVersion } from '../history-content.ts'
import { decodeDeltas, encodeDeltas } from './delta-varints.ts'

/** One column of `sample/`: prices as whole numbers of their last decimal, delta-coded. */
export interface PackedPrices {
  file: string
  decimals: number
  sha256: string
}

/** Decimal texts as whole numbers of the last decimal that any of them has. */
export function packedColumn(texts: readonly string[]): { decimals: number; bytes: Uint8Array } {
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0))
  const units = texts.map((text) => {
    const [whole = '', fraction = ''] = text.split('.')
    const unit = Number(whole + fraction.padEnd(decimals, '0'))
    if (unit / 10 ** decimals !== Number(text)) throw new RangeError(`Cannot pack "${text}": it is no plain decimal`)
    return unit
  })
  return { decimals, bytes: encodeDeltas(units) }
}

/**
 * The prices of a packed column, each bit for bit what parsing its decimal text gives: numerator and power of ten are exact, so
 * their quotient is the double nearest to the decimal, and so is the parsed text.
 */
export function unpackedColumn(bytes: Uint8Array, { rows, decimals }: { rows: number; decimals: number }): Float64Array {
  const units = decodeDeltas(bytes, rows)
  const scale = 10 ** decimals
  const prices = new Float64Array(rows)
  for (let t = 0; t < rows; t++) prices[t] = units[t]! / scale
  return prices
}

/** A RangeError when the bytes are not those that the manifest was written for. */
export function checkDigest(bytes: Uint8Array, { file, sha256 }: { file: string; sha256: string }): void {
  const actual = contentVersion(bytes)
  if (actual !== sha256) throw new RangeError(`Cannot read ${file}: its SHA-256 must be ${sha256}, got ${actual}`)
}
