import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'
import { wantsSocket } from './upgrades.ts'

/** Requests that may be under way at once: at a millisecond each, one more would wait for half a second, and those behind it for longer. */
export const mostRequests = 500
/** Who watches the server must be answered above all when it is busy. */
const watching: readonly string[] = ['/health', '/metrics']

/** Puts requests off with 503 as soon as more are under way than can be answered in good time. */
export function putOffOverload(app: FastifyInstance): void {
  let underWay = 0
  app.addHook('onRequest', async (request, reply) => {
    if (wantsSocket(request.raw) || watching.includes(request.routeOptions.url ?? '')) return
    if (underWay >= mostRequests) {
      throw new Problem('busy', { detail: 'The server has more requests than it can answer; try again shortly.', retryAfter: 1 })
    }
    underWay += 1
    reply.raw.once('close', () => (underWay -= 1))
  })
}
