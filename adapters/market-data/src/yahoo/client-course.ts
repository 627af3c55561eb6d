import assert from 'node:assert/strict'
import { MarketDataError } from '../market-data-error.ts'
import { inventedChart } from './invented-chart.ts'
import type { Exchange } from './replayed-fetch.ts'
import { replayedFetch } from './replayed-fetch.ts'
import type { Answer } from './yahoo-attempt.ts'
import type { YahooClientOptions } from './yahoo-request.ts'
import { yahooClient } from './yahoo-client.ts'

/** Test support: one request to two invented hosts, from the first attempt to the outcome. */
export const started = Date.parse('2024-01-08T12:00:00Z')
export const good = inventedChart({ rows: [{ at: '2024-01-08T14:30:00Z', close: 10 }] })
export const first = 'https://one.example/prices?days=9'
export const second = 'https://two.example/prices?days=9'

export interface Course {
  outcome: Answer | MarketDataError
  /** Milliseconds of each pause. */
  pauses: number[]
}

/** Runs one request with a clock that only pauses advance. */
export async function course(expected: readonly Exchange[], given: Partial<YahooClientOptions> = {}): Promise<Course> {
  const pauses: number[] = []
  let now = started
  const replay = replayedFetch(expected)
  const ask = yahooClient({
    fetch: replay.fetch,
    now: () => now,
    random: () => 0.5,
    async wait(milliseconds) {
      pauses.push(milliseconds)
      now += milliseconds
    },
    origins: ['https://one.example', 'https://two.example'],
    cookieAddress: 'https://cookie.example/',
    attemptTimeoutMs: 10_000,
    totalTimeoutMs: 40_000,
    attempts: 4,
    maxBytes: 10_000,
    ...given,
  })
  const outcome = await ask({ path: '/prices?days=9', symbol: 'ACME' }).catch((fault: unknown) => {
    if (fault instanceof MarketDataError) return fault
    throw fault
  })
  replay.finish()
  return { outcome, pauses }
}

export function faultOf({ outcome }: Course): MarketDataError {
  assert.ok(outcome instanceof MarketDataError, JSON.stringify(outcome))
  assert.equal(outcome.source, 'yahoo')
  assert.equal(outcome.symbol, 'ACME')
  assert.match(outcome.message, /^Yahoo, asked for ACME, /)
  return outcome
}

export const answered = ({ outcome }: Course): void => assert.deepEqual(outcome, { status: 200, body: good })
export const tooMany = (headers: Record<string, string> = {}): Response =>
  new Response('Too Many Requests\r\n', { status: 429, headers })
