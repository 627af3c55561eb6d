import { historyEntrySchema, historyPageSchema, historyQuery, seriesSchema, simulationIdParameter } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { History } from '../history/history.ts'
import { sendCompressed } from '../http/compressed.ts'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'

export interface HistoryDependencies {
  history: History
}

export const historyRoutes: FastifyPluginAsyncZod<HistoryDependencies> = async (app, { history }) => {
  const list = {
    ...signedIn,
    summary: 'Your runs, newest first: search, filter, sort',
    tags: ['history'],
    querystring: historyQuery,
    response: { 200: historyPageSchema, ...refusals(...signInRefusals) },
  }
  app.get('/history/', { schema: list }, async ({ user, query }) => history.list(user.id, query))

  const one = { ...signedIn, tags: ['history'], params: simulationIdParameter }
  const entry = {
    ...one,
    summary: 'A run with its whole result',
    response: { 200: historyEntrySchema, ...refusals(...signInRefusals, 'not_found') },
  }
  app.get('/history/:simulation_id', { schema: entry }, async (request, reply) => {
    const text = await history.entry(request.user.id, request.params.simulation_id)
    return sendCompressed({ request, reply, text })
  })

  const series = {
    ...one,
    summary: 'The long series of a run, as columns',
    response: { 200: seriesSchema, ...refusals(...signInRefusals, 'not_found', 'simulation_not_done') },
  }
  app.get('/history/:simulation_id/series', { schema: series }, async (request, reply) => {
    const text = await history.series(request.user.id, request.params.simulation_id)
    return sendCompressed({ request, reply, text })
  })
}
