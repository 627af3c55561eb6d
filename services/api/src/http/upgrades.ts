import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

const socketPaths = '/ws/'

/** Whether to leave HTTP for what a request offers: only for WebSockets. Other offers, such as HTTP/2, may be passed over. */
export function wantsSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

/** Lets sockets be opened only where there are some, and refuses expectations that nobody here can meet. */
export function guardUpgrades(app: FastifyInstance): void {
  const server: Server = app.server
  // Node would answer by itself, without a word.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => app.routing(request, response))
  app.addHook('onRequest', async ({ raw, headers, routeOptions }) => {
    const { expect = '100-continue' } = headers
    if (expect.toLowerCase() !== '100-continue') {
      throw new Problem('expectation_failed', { detail: 'Of the header Expect only 100-continue is understood here.' })
    }
    if (wantsSocket(raw) && routeOptions.url?.startsWith(socketPaths) !== true) {
      throw new Problem('not_found', { detail: 'There is no WebSocket at this address; tasks have theirs under /ws.' })
    }
  })
}
