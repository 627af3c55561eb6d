import { historyItemSchema, historyPatch, simulationIdParameter } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { HistoryChanges } from '../history/history-changes.ts'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'

export interface HistoryChangesDependencies {
  changes: HistoryChanges
}

export const historyChangesRoutes: FastifyPluginAsyncZod<HistoryChangesDependencies> = async (app, { changes }) => {
  const one = { ...signedIn, tags: ['history'], params: simulationIdParameter }
  const unknown = refusals(...signInRefusals, 'not_found')

  const change = {
    ...one,
    summary: 'Rename or tag a run',
    description: 'What is left out stays; tags are replaced as a whole.',
    body: historyPatch,
    response: { 200: historyItemSchema, ...unknown },
  }
  app.patch('/history/:simulation_id', { schema: change }, async ({ user, params, body }) =>
    changes.change(user.id, params.simulation_id, body),
  )

  const removal = {
    ...one,
    summary: 'Delete a run; it can be restored for a day',
    description:
      'It leaves the list at once, with its reports. After a day it is gone for good. A run that waits or runs is canceled first. A request that is repeated with the Idempotency-Key of a deleted run still gets its ids; the run itself is 404 until it is restored.',
    response: { 204: z.undefined().describe('Deleted'), ...refusals(...signInRefusals, 'not_found', 'simulation_not_done') },
  }
  app.delete('/history/:simulation_id', { schema: removal }, async ({ user, params }, reply) => {
    await changes.remove(user.id, params.simulation_id)
    return reply.code(204).send()
  })

  const restoration = {
    ...one,
    summary: 'Undo a deletion',
    description: 'Within a day of it; the run is in the list again, with its reports.',
    response: { 200: historyItemSchema, ...unknown },
  }
  app.post('/history/:simulation_id/restore', { schema: restoration }, async ({ user, params }) =>
    changes.restore(user.id, params.simulation_id),
  )
}
