import type { PriceHistory, RawPrices } from '@portofino/market'

/** By the column that was copied: instruments that share their days go on sharing them. */
const copies = new WeakMap<Int32Array, Int32Array>()

/** The same history with its columns in shared memory, so that they reach other threads without being copied. */
export function sharedHistory(history: PriceHistory): PriceHistory {
  const { adjusted, raw } = history
  return {
    ...history,
    adjusted: { days: sharedDays(adjusted.days), closes: sharedNumbers(adjusted.closes) },
    raw: raw === null ? null : sharedRaw(raw),
  }
}

function sharedRaw({ days, open, high, low, close, volume }: RawPrices): RawPrices {
  return {
    days: sharedDays(days),
    open: sharedNumbers(open),
    high: sharedNumbers(high),
    low: sharedNumbers(low),
    close: sharedNumbers(close),
    volume: sharedNumbers(volume),
  }
}

function sharedDays(days: Int32Array): Int32Array {
  const known = copies.get(days)
  if (known !== undefined) return known
  const copy = new Int32Array(new SharedArrayBuffer(days.byteLength))
  copy.set(days)
  copies.set(days, copy)
  return copy
}

function sharedNumbers(numbers: Float64Array): Float64Array {
  const copy = new Float64Array(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}
