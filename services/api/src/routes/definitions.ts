import { definitionDocument, definitionsSchema } from '@portofino/contract'
import { definitions } from '@portofino/metrics'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'

export const definitionsRoute: FastifyPluginAsyncZod = async (app) => {
  const schema = {
    ...signedIn,
    summary: 'How every measure is called, meant and computed',
    description: 'With the formula, its source, and when a measure has no value.',
    tags: ['reference'],
    response: { 200: definitionsSchema, ...refusals(...signInRefusals) },
  }
  const documents = definitions.map(definitionDocument)
  app.get('/definitions', { schema }, async () => documents)
}
