import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Site } from './site.ts'

/** What pages of this server may load: nothing but their own files. */
export const contentPolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
}

/** The policy as the header has it. */
export function policyText(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}

/** The headers that every reply carries. */
export async function protectReplies(app: FastifyInstance, site: Site): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    // Old browsers' filters did more harm than good.
    xXssProtection: true,
  })
  const policy = policyText(contentPolicy)
  app.addHook('onSend', async (request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (site.isHttps) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
    const isPersonal = request.headers.authorization !== undefined || request.headers.cookie !== undefined
    if (isPersonal && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
