import { checkBody, checkedSchema } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'

export interface CheckDependencies {
  /** Throws a problem when the user asks too often. */
  check: (userId: number, order: z.output<typeof checkBody>) => Promise<z.input<typeof checkedSchema>>
}

export const checkRoute: FastifyPluginAsyncZod<CheckDependencies> = async (app, { check }) => {
  const schema = {
    ...signedIn,
    summary: 'What is wrong with a command, or its canonical text, without running it',
    description: 'Faults of the command are the answer here, not an error.',
    tags: ['simulation'],
    body: checkBody,
    response: { 200: checkedSchema, ...refusals(...signInRefusals, 'too_many_requests', 'prices_unavailable') },
  }
  app.post('/check', { schema }, async ({ user, body }) => check(user.id, body))
}
