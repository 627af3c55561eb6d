import { promisify } from 'node:util'
import { constants, gzip, zstdCompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const encodings = {
  zstd: promisify(zstdCompress),
  gzip: async (text: string) => promisify(gzip)(text, { level: constants.Z_BEST_SPEED }),
} as const

/** Below this, compressing costs more than it saves. */
const smallest = 2048

/** Sends a text that is ready, compressed as the client accepts it, JSON unless said otherwise, so that every digit stays as it was stored. */
export async function sendCompressed(sent: {
  request: FastifyRequest
  reply: FastifyReply
  text: string
  type?: string
}): Promise<FastifyReply> {
  const { request, reply, text, type = 'application/json; charset=utf-8' } = sent
  const encoding = text.length < smallest ? null : accepted(request.headers['accept-encoding'])
  reply.header('vary', 'origin, accept-encoding').type(type).serializer(String)
  if (encoding === null) return reply.send(text)
  return reply.header('content-encoding', encoding).send(await encodings[encoding](text))
}

/** The best that the client takes; null for none of ours. */
function accepted(header: string | string[] | undefined): keyof typeof encodings | null {
  const offered = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality === undefined || Number(quality.replace(/^q=/, '')) > 0)
    .map(([name]) => name)
  if (offered.includes('zstd')) return 'zstd'
  return offered.includes('gzip') ? 'gzip' : null
}
