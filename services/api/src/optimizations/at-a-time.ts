import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

/**
 * A hook that refuses a user's requests beyond so many under way at a time. As `onRequest` it counts them from before their bodies are
 * read, so that nobody fills the memory with them either.
 */
export function atATime(most: number) {
  const underWay = new Map<number, number>()
  return async ({ user: { id } }: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const others = underWay.get(id) ?? 0
    if (others >= most) {
      const detail = `At most ${most} optimizations at a time; send the next when one is answered.`
      throw new Problem('too_many_requests', { detail, retryAfter: 2 })
    }
    underWay.set(id, others + 1)
    reply.raw.once('close', () => {
      const left = underWay.get(id)! - 1
      if (left === 0) underWay.delete(id)
      else underWay.set(id, left)
    })
  }
}
