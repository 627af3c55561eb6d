import { isoDate, type Instrument } from '@portofino/market'
import { MarketDataError } from '../market-data-error.ts'
import type { PriceStore } from './price-store.ts'

export interface Refreshment {
  provider: string
  instrument: Instrument
  store: PriceStore
}

/** The fault to throw when prices could not be fetched or stored: it also says what the store has kept. */
export async function failedRefresh(fault: unknown, { provider, instrument, store }: Refreshment): Promise<unknown> {
  const { symbol } = instrument
  if (fault instanceof MarketDataError) {
    const { code, source, retryAfterMs } = fault
    const retry = retryAfterMs === null ? {} : { retryAfterMs }
    const message = `${fault.message}; ${await keptPrices(store, instrument)}`
    return new MarketDataError(message, { code, source, symbol: fault.symbol, ...retry }, fault)
  }
  if (!isDiskFault(fault)) return fault
  const message = `The prices of ${symbol} from ${provider} cannot be stored (${fault.message})`
  const remedy = `make room or choose another data folder; ${await keptPrices(store, instrument)}`
  return new MarketDataError(`${message}; ${remedy}`, { code: 'unavailable', source: provider, symbol }, fault)
}

async function keptPrices(store: PriceStore, { symbol, market }: Instrument): Promise<string> {
  try {
    const days = (await store.read({ symbol, market }))?.history.adjusted.days
    if (days === undefined || days.length === 0) return `no prices of ${symbol} were stored before`
    return `the stored prices of ${symbol} from ${isoDate(days[0]!)} to ${isoDate(days.at(-1)!)} were kept`
  } catch (fault) {
    return `the stored prices of ${symbol} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}`
  }
}

/** Thrown by `node:fs`. */
function isDiskFault(fault: unknown): fault is Error & { code: string } {
  return fault instanceof Error && 'code' in fault && 'syscall' in fault
}
