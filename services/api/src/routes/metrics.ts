import { createHash, timingSafeEqual } from 'node:crypto'
import { isPrivateAddress } from '@portofino/telemetry'
import type { Meters } from '@portofino/telemetry'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals } from '../http/refusals.ts'
import { Problem } from '../problem.ts'

export interface MetricsDependencies {
  meters: Meters
  /** Brings the figures up to date that are states rather than events. */
  readFigures: () => Promise<void>
  /** Opens the figures to public addresses; null leaves them to private ones. */
  token: string | null
}

export const metricsRoute: FastifyPluginAsyncZod<MetricsDependencies> = async (app, { meters, readFigures, token }) => {
  const schema = {
    summary: 'Figures for Prometheus',
    description:
      'For loopback and private networks, or with the bearer of METRICS_TOKEN. What a proxy passes on that TRUSTED_PROXIES does not name needs the bearer.',
    tags: ['operation'],
    response: {
      200: {
        description: 'Prometheus exposition',
        content: { 'text/plain': { schema: z.string().meta({ examples: ['portofino_database_up 1'] }) } },
      },
      ...refusals('forbidden'),
    },
  }
  app.get('/metrics', { schema }, async (request, reply) => {
    if (!mayRead(request, token)) {
      throw new Problem('forbidden', { detail: 'The figures are for private networks; METRICS_TOKEN opens them to others.' })
    }
    await readFigures()
    const text = await meters.registry.metrics()
    return reply.type(meters.registry.contentType).header('cache-control', 'no-store').serializer(String).send(text)
  })
}

/** By any of these a proxy says that it asks for somebody else, who may be anywhere. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'] as const

function mayRead({ ip, headers, socket }: FastifyRequest, token: string | null): boolean {
  const isKnown = ip !== socket.remoteAddress || forwarding.every((name) => headers[name] === undefined)
  if (isKnown && isPrivateAddress(ip)) return true
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  return token !== null && given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** Equal in length, so that the comparison tells nothing. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
