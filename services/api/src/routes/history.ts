import {
  historyEntrySchema,
  historyPageSchema,
  historyQuery,
  seriesQuery,
  seriesSchema,
  simulationIdParameter,
  tradesPageSchema,
  tradesQuery,
} from '@portofino/contract'
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
    description:
      'One entry a session, for charts and for calculations of your own; every trade too unless `trades` is false. 409 until the run is done.',
    querystring: seriesQuery,
    response: { 200: seriesSchema, ...refusals(...signInRefusals, 'not_found', 'simulation_not_done') },
  }
  app.get('/history/:simulation_id/series', { schema: series }, async (request, reply) => {
    const { params, query, user } = request
    const text = await history.series(user.id, params.simulation_id, query.trades === 'true')
    return sendCompressed({ request, reply, text })
  })

  const trades = {
    ...one,
    summary: 'The trades of a run, oldest first, in pages',
    description: 'Of all days, or of those that `from` and `to` enclose, both included. 409 until the run is done.',
    querystring: tradesQuery,
    response: { 200: tradesPageSchema, ...refusals(...signInRefusals, 'not_found', 'simulation_not_done') },
  }
  app.get('/history/:simulation_id/trades', { schema: trades }, async ({ user, params, query }) =>
    history.trades(user.id, params.simulation_id, query),
  )
}
