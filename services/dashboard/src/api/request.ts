import { connection } from '../connection.ts'
import { problemOf, unreachable } from '../problems.ts'
import { apiAddress, apiOrigin } from './address.ts'

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}

/**
 * One call without a session. The reply is a success; everything else is a `ProblemError`, but for a call that its caller ended, which
 * rejects with the reason of its signal. A signal that ends it for the time it takes means that nothing answers.
 */
export async function send(path: string, { signal, ...call }: Call = {}): Promise<Response> {
  let reply: Response
  try {
    reply = await fetch(`${apiOrigin}${path}`, { ...requestOf(call), signal: signal ?? null })
  } catch (error) {
    if (signal?.aborted === true && !isTimeout(signal.reason)) throw error
    connection.called(false)
    throw unreachable(apiAddress(), error)
  }
  connection.called(true)
  if (!reply.ok) throw await problemOf(reply)
  return reply
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}

function requestOf({ method = 'GET', body, headers }: Omit<Call, 'signal'>): RequestInit {
  const credentials = apiOrigin === '' ? 'same-origin' : 'include'
  if (body === undefined) return { method, credentials, headers: { accept: 'application/json', ...headers } }
  const typed = { accept: 'application/json', 'content-type': 'application/json', ...headers }
  return { method, credentials, headers: typed, body: JSON.stringify(body) }
}
