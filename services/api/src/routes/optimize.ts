import { frontierBody, frontierOutcomeSchema, optimizationLimits, optimizeBody, outcomeSchema } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { clientGone } from '../http/client-gone.ts'
import { sendCompressed } from '../http/compressed.ts'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'
import { atATime } from '../optimizations/at-a-time.ts'

export type OptimizationBody = z.output<typeof optimizeBody>

export interface OptimizeDependencies {
  /** JSON of the outcome. Throws a problem for what cannot be asked, and when the user asks too often. */
  optimize: (userId: number, body: OptimizationBody, signal: AbortSignal) => Promise<string>
}

const faults = [
  'invalid_command',
  'invalid_problem',
  'problem_too_long',
  'body_too_large',
  'too_many_requests',
  'busy',
  'prices_unavailable',
] as const
const { assets, rows, nodes, bodyBytes: bodyLimit, atATime: most } = optimizationLimits
const common = { ...signedIn, tags: ['optimization'] }
const limits =
  `At most ${assets} assets, ${rows} rows and groups, and a body of ${bodyLimit / 1024 / 1024} MiB, which holds a covariance of ${assets} assets with all digits; \`most_nodes\` of whole shares up to ${nodes}. ` +
  `A user may have ${most} questions under way; one is computed at a time, and users take turns.`

export const optimizeRoutes: FastifyPluginAsyncZod<OptimizeDependencies> = async (app, { optimize }) => {
  const one = {
    ...common,
    summary: 'Find the weights that answer an objective exactly, with the proof',
    description:
      'Of a problem that is sent, or of a `command` whose expected returns and covariance are estimated from stored prices. What data make impossible, such as limits that cannot hold together, is an outcome with its `status`, not an error. ' +
      limits,
    body: optimizeBody,
    response: { 200: outcomeSchema, ...refusals(...signInRefusals, ...faults) },
  }
  const onRequest = atATime(most)
  app.post('/optimize', { schema: one, bodyLimit, onRequest }, async (request, reply) => {
    const text = await optimize(request.user.id, request.body, clientGone(reply))
    return sendCompressed({ request, reply, text })
  })

  const whole = {
    ...common,
    summary: 'Every corner of the efficient frontier',
    description:
      'From the least volatility to the highest return; exact, and between neighboring corners the weights are linear in λ. The body is that of `POST /optimize` without an objective.',
    body: frontierBody,
    response: { 200: frontierOutcomeSchema, ...refusals(...signInRefusals, ...faults) },
  }
  app.post('/optimize/frontier', { schema: whole, bodyLimit, onRequest }, async (request, reply) => {
    const text = await optimize(request.user.id, { ...request.body, objective: 'frontier' }, clientGone(reply))
    return sendCompressed({ request, reply, text })
  })
}
