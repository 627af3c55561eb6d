import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'
import type { Site } from './site.ts'

const preflight = {
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match',
  'access-control-max-age': '600',
}

/** These tell nobody's data, and monitors call them by whatever name they know. */
const openPaths: readonly string[] = ['/health', '/metrics']

/**
 * Answers only for its own hosts, so that no page can reach it by a name of its own (DNS rebinding), and lets pages of
 * listed origins read replies. Pages of other origins may neither read nor change anything.
 */
export function guardOrigins(app: FastifyInstance, site: Site): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.host === undefined) {
      throw new Problem('malformed_request', { detail: 'The request names no host.' })
    }
    if (!openPaths.includes(request.routeOptions.url ?? '') && !site.answersFor(request.host)) {
      const detail = `This server answers as ${new URL(site.publicUrl).host}; PUBLIC_URL names it.`
      throw new Problem('misdirected_request', { detail })
    }
    const { origin } = request.headers
    reply.header('vary', 'origin')
    if (origin === undefined) return
    if (!site.admits(origin)) {
      throw new Problem('origin_refused', {
        detail: 'Pages of this origin may not call the server; ALLOWED_ORIGINS names others.',
      })
    }
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' })
    reply.header('access-control-expose-headers', 'retry-after, x-request-id, content-disposition')
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
      await reply.code(204).headers(preflight).send()
    }
  })
}
