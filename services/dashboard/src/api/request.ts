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
 * rejects with the reason of its signal.
 */
export async function send(path: string, { method = 'GET', body, headers = {}, signal }: Call = {}): Promise<Response> {
  const content = body === undefined ? {} : { 'content-type': 'application/json' }
  let reply: Response
  try {
    reply = await fetch(`${apiOrigin}${path}`, {
      method,
      credentials: apiOrigin === '' ? 'same-origin' : 'include',
      headers: { accept: 'application/json', ...content, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw unreachable(apiAddress(), error)
  }
  if (!reply.ok) throw await problemOf(reply)
  return reply
}
