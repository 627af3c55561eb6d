import { MarketDataError } from '../market-data-error.ts'
import type { Answer, Attempt } from './yahoo-attempt.ts'
import { yahooAttempts } from './yahoo-attempt.ts'
import type { YahooClientOptions, YahooRequest } from './yahoo-request.ts'

export type YahooClient = (request: YahooRequest) => Promise<Answer>

const firstPauseMs = 500
const longestPauseMs = 8000

/**
 * Asks until there is an answer of the right form or asking again is pointless: pauses grow exponentially with full jitter, and a
 * `Retry-After` is obeyed or, when it is longer than the time left, handed on.
 *
 * Source of the pauses: Brooker, "Exponential backoff and jitter", AWS Architecture Blog, 2015.
 */
export function yahooClient(options: YahooClientOptions): YahooClient {
  const attempts = yahooAttempts(options)

  return async function ask(request: YahooRequest): Promise<Answer> {
    const deadline = options.now() + options.totalTimeoutMs
    for (let made = 1; ; made++) {
      request.signal?.throwIfAborted()
      const attempt = await attempts(request, { number: made, timeLeftMs: deadline - options.now() })
      if ('answer' in attempt) return attempt.answer
      const pause = attempt.fault.retryAfterMs ?? options.random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (made - 1))
      const isInTime = options.now() + pause < deadline
      if (!attempt.isWorthRepeating || made >= options.attempts || !isInTime) throw finalFault(attempt, made)
      await options.wait(pause, request.signal)
    }
  }
}

function finalFault({ fault }: Extract<Attempt, { fault: unknown }>, made: number): MarketDataError {
  if (made === 1) return fault
  const { code, source, symbol, retryAfterMs } = fault
  const message = `${fault.message} (asked ${made} times)`
  return new MarketDataError(message, { code, source, symbol, ...(retryAfterMs === null ? {} : { retryAfterMs }) }, fault.cause)
}
