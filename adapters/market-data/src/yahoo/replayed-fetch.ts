import assert from 'node:assert/strict'

/** Test support: one expected request and what it is answered with. */
export interface Exchange {
  /** Must occur in the address. */
  address: string
  /** Must be sent; `null` when the header must be missing. */
  cookie?: string | null
  reply: Response | Error
}

export interface ReplayedFetch {
  fetch: typeof fetch
  /** Fails unless exactly the expected requests were made, in order. */
  finish: () => void
}

/** A `fetch` that answers the expected requests in order and nothing else. */
export function replayedFetch(expected: readonly Exchange[]): ReplayedFetch {
  const asked: string[] = []
  const faults: unknown[] = []

  async function replay(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const address = input instanceof Request ? input.url : String(input)
    const exchange = expected[asked.length]
    asked.push(address)
    try {
      assert.ok(exchange !== undefined, `a request too many: ${address}`)
      assert.ok(address.includes(exchange.address), `expected a request for ${exchange.address}, got ${address}`)
      assert.equal(init?.redirect, 'manual')
      if (exchange.cookie !== undefined) assert.equal(new Headers(init.headers).get('cookie'), exchange.cookie)
    } catch (fault) {
      // The client may take any error for a fault of the connection, so it is kept for `finish`.
      faults.push(fault)
      throw fault
    }
    if (exchange.reply instanceof Error) throw exchange.reply
    return exchange.reply
  }
  return {
    fetch: replay,
    finish() {
      if (faults.length > 0) throw faults[0]
      assert.equal(asked.length, expected.length, `expected ${expected.length} requests, got ${asked.length}`)
    },
  }
}

export function json(body: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(body), init)
}
