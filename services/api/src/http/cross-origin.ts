import type { FastifyInstance, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { Problem } from '../problem.ts'
import { isLoopbackName } from './loopback.ts'
import type { Site } from './site.ts'

const preflight = {
  'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  'access-control-max-age': '600',
}

/** These tell nobody's data, and monitors call them by the address of the machine, whatever the port outside. */
const openPaths: readonly string[] = ['/health', '/metrics']

/**
 * Answers only for its own hosts, so that no page can reach it by a name of its own (DNS rebinding), and lets pages of
 * listed origins read replies. Pages of other origins may neither read nor change anything.
 */
export function guardOrigins(app: FastifyInstance, site: Site): void {
  app.addHook('onRequest', async (request, reply) => {
    requireKnownHost(request, site)
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

function requireKnownHost({ raw, host, hostname, routeOptions }: FastifyRequest, site: Site): void {
  const named = raw.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length
  if (named !== 1) {
    throw new Problem('malformed_request', { detail: `The request must name one host, not ${named === 0 ? 'none' : named}.` })
  }
  if (site.answersFor(host) || (openPaths.includes(routeOptions.url ?? '') && isAddress(hostname))) return
  const detail = `This server answers as ${new URL(site.publicUrl).host}; PUBLIC_URL names it.`
  throw new Problem('misdirected_request', { detail })
}

/** No page can point an address to another machine, as it can a name of its own. */
function isAddress(host: string): boolean {
  return isLoopbackName(host) || ipaddr.isValid(host.replace(/^\[(.*)\]$/, '$1'))
}
