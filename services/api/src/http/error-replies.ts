import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemDocument } from '../problem.ts'
import { allowedMethods } from './allowed-methods.ts'
import { problemOf } from './problem-of.ts'

/** Writes a problem document; the only way in which a request fails. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers.upgrade !== undefined) closeAfter(request, reply)
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((document: unknown) => JSON.stringify(document))
    .send(problemDocument(problem, request.id))
}

/** No time limit of HTTP holds for a connection that asked to be upgraded: left open, it would stay for ever. */
function closeAfter(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('connection', 'close')
  reply.raw.once('finish', () => request.raw.socket.destroySoon())
}

/** The edge of the service: whatever a route or hook throws is answered, and logged once where it is ours. */
export function answerErrors(app: FastifyInstance): void {
  const methodsOf = allowedMethods(app)
  app.setErrorHandler((thrown, request, reply) => {
    const problem = problemOf(thrown, request.routeOptions.bodyLimit)
    if (problem.status >= 500) request.log.error({ code: problem.code, error: thrown }, 'request failed')
    return sendProblem(problem, request, reply)
  })
  const unknownAddress = ({ url, method }: FastifyRequest): Problem => {
    const methods = methodsOf(url.split('?')[0] ?? '')
    if (methods.length === 0 || methods.includes(method)) {
      return new Problem('not_found', { detail: 'There is nothing at this address; /docs lists what there is.' })
    }
    const allow = methods.join(', ')
    return new Problem('method_not_allowed', { detail: `${method} is not possible here; use ${allow}.`, headers: { allow } })
  }
  // Before a body is read that nobody wants.
  app.addHook('onRequest', async (request) => {
    if (request.is404) throw unknownAddress(request)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(unknownAddress(request), request, reply))
}
