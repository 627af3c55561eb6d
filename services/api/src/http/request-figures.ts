import type { Meters } from '@portofino/telemetry'
import type { FastifyInstance } from 'fastify'
import { wantsSocket } from './upgrades.ts'

/** Counts, times and logs every request, by its route and never by its address, which may hold ids. */
export function recordRequests(app: FastifyInstance, meters: Meters): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // Sockets have a figure of their own.
    if (wantsSocket(request.raw)) return
    meters.httpInFlight.inc()
    // Also where the client goes away before there is an answer, which the framework does not tell.
    reply.raw.once('close', () => meters.httpInFlight.dec())
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const { statusCode, elapsedTime } = reply
    meters.httpDuration.observe({ method, route, status: statusCode }, elapsedTime / 1000)
    const record = {
      method,
      route,
      status_code: statusCode,
      duration_ms: Math.round(elapsedTime * 10) / 10,
    }
    request.log.info(record, 'request')
  })
}
