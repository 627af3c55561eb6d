import type { FastifyReply } from 'fastify'

/**
 * Aborted when the client goes away before it has the answer. The framework's own signal of a request is aborted already when its body is
 * here.
 */
export function clientGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  return gone.signal
}
