import { setTimeout as pause } from 'node:timers/promises'
import { usedAssets } from '@portofino/database'
import type { Instrument } from '@portofino/market'
import { MarketDataError } from '@portofino/market-data'
import type { TaskContext } from '../context.ts'
import { notedInstrument } from './noted-instrument.ts'

export type RefreshContext = Pick<TaskContext, 'database' | 'marketData' | 'logger'>

export interface RefreshWatch {
  signal: AbortSignal
  onProgress: (done: number, total: number) => void
  /** Milliseconds since 1970. */
  now: () => number
  /** Pauses for the provider's sake: between instruments, and when it wants fewer requests without saying for how long. */
  betweenMs: number
  waitMs: number
}

export interface RefreshSummary {
  total: number
  /** Their stored prices stay. */
  failed: number
}

const dayMs = 86_400_000
const usedWithinMs = 30 * dayMs
const mostInstruments = 500
/** A provider that does not answer so often in a row is away. */
const mostUnanswered = 3
const mostWaits = 3
const longestWaitMs = 900_000

/**
 * Brings the fetched prices of what runs named lately up to yesterday, one after another, the most used first. What is up to date already is
 * not asked for, so a repeated attempt goes on where the last one ended. Throws the provider's fault when it is away or wants to be left alone.
 */
export async function refreshUsedPrices(context: RefreshContext, watch: RefreshWatch): Promise<RefreshSummary> {
  const { database, marketData, logger } = context
  const since = new Date(watch.now() - usedWithinMs)
  const used = await usedAssets(database.db, { source: marketData.name, since, limit: mostInstruments })
  const patience = { waits: mostWaits }
  let [failed, unanswered] = [0, 0]
  for (const [done, asset] of used.entries()) {
    watch.onProgress(done, used.length)
    const instrument = notedInstrument(asset)
    const fault = await patientFault(context, { instrument, patience }, watch)
    if (fault !== null) {
      failed++
      const about = { source: marketData.name, symbol: instrument.symbol, reason: fault.message }
      logger.warn(about, 'prices could not be refreshed')
    }
    unanswered = fault === null || isAnswer(fault) ? 0 : unanswered + 1
    if (fault !== null && (fault.code === 'rate_limited' || unanswered === mostUnanswered)) throw fault
    await pause(watch.betweenMs, undefined, { signal: watch.signal })
  }
  watch.onProgress(used.length, used.length)
  return { total: used.length, failed }
}

/** It says something about the one symbol. */
function isAnswer({ code }: MarketDataError): boolean {
  return code === 'not_found' || code === 'malformed'
}

/** Waits where the provider wants fewer requests, as long as it says and patience lasts. Null when the prices are up to date. */
async function patientFault(
  context: RefreshContext,
  { instrument, patience }: { instrument: Instrument; patience: { waits: number } },
  watch: RefreshWatch,
): Promise<MarketDataError | null> {
  for (;;) {
    const fault = await faultOf(context, instrument, watch)
    if (fault?.code !== 'rate_limited' || patience.waits === 0) return fault
    patience.waits--
    context.logger.warn({ source: fault.source, reason: fault.message }, 'the refresh of prices waits for its provider')
    await pause(Math.min(longestWaitMs, fault.retryAfterMs ?? watch.waitMs), undefined, { signal: watch.signal })
  }
}

async function faultOf(
  { marketData }: RefreshContext,
  instrument: Instrument,
  { now, signal }: RefreshWatch,
): Promise<MarketDataError | null> {
  // Of today there may be no close yet.
  const yesterday = Math.floor(now() / dayMs) - 1
  try {
    await marketData.history({ instrument, from: yesterday, to: yesterday, signal })
    return null
  } catch (fault) {
    signal.throwIfAborted()
    if (fault instanceof MarketDataError) return fault
    throw fault
  }
}
