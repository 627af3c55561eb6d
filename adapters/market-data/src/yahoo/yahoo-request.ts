export interface YahooClientOptions {
  fetch: typeof fetch
  /** Milliseconds since 1970 UTC. */
  now: () => number
  /** At least 0 and below 1; spreads the retries of many clients. */
  random: () => number
  /** Resolves after the time; rejects with the signal's reason when it is aborted before. */
  wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
  /** Hosts that serve the same data, asked in turn. */
  origins: readonly string[]
  /** Where a cookie is given. */
  cookieAddress: string
  /** For one attempt, its body included. */
  attemptTimeoutMs: number
  /** For all attempts and the pauses between them. */
  totalTimeoutMs: number
  attempts: number
  maxBytes: number
}

export interface YahooRequest {
  /** With its query, from the root of the host. */
  path: string
  /** For messages; null when the request is not about one symbol. */
  symbol: string | null
  signal?: AbortSignal | undefined
}
