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
    description:
      'Done runs unless `status` says otherwise. Deleted runs are not among them. `counts` tells how many there are of each status, whichever is listed.',
    tags: ['history'],
    querystring: historyQuery,
    response: { 200: historyPageSchema, ...refusals(...signInRefusals) },
  }
  app.get('/history/', { schema: list }, async ({ user, query }) => history.list(user.id, query))

  const one = { ...signedIn, tags: ['history'], params: simulationIdParameter }
  const entry = {
    ...one,
    summary: 'A run with its whole result',
    description:
      'The result is what the command line prints with --json, digit for digit; null until the run is done. Series are thinned or left out; /series has them whole.',
    response: { 200: historyEntrySchema, ...refusals(...signInRefusals, 'not_found') },
  }
  app.get('/history/:simulation_id', { schema: entry }, async (request, reply) => {
    const text = await history.entry(request.user.id, request.params.simulation_id)
    return sendCompressed({ request, reply, text })
  })

  const series = {
    ...one,
    summary: 'The long series of a run, as columns',
    description: 'One entry a session, for charts and for calculations of your own. 409 until the run is done.',
    response: { 200: seriesSchema, ...refusals(...signInRefusals, 'not_found', 'simulation_not_done') },
  }
  app.get('/history/:simulation_id/series', { schema: series }, async (request, reply) => {
    const text = await history.series(request.user.id, request.params.simulation_id)
    return sendCompressed({ request, reply, text })
  })
}
