import { idempotencyHeader, simulateAccepted, simulateBody } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'

export interface SimulationOrder {
  userId: number
  command: string
  dialect: 'default' | 'legacy'
  /** Null when the caller gave none. */
  idempotencyKey: string | null
}

export interface SimulateDependencies {
  /** Throws a problem for a command with faults and for too many that wait. */
  submit: (order: SimulationOrder) => Promise<{ taskId: string; simulationId: number }>
}

export const simulateRoute: FastifyPluginAsyncZod<SimulateDependencies> = async (app, { submit }) => {
  const schema = {
    ...signedIn,
    summary: 'Run a portfolio',
    description:
      'Accepted at once; follow the task on `/ws/simulations/{task_id}` or with `GET /tasks/{task_id}`. A repeated `Idempotency-Key` gets the ids of the first request, also when its run was deleted since, and leaves the limit to new requests.',
    tags: ['simulation'],
    headers: idempotencyHeader,
    body: simulateBody,
    response: {
      202: simulateAccepted,
      ...refusals(
        ...signInRefusals,
        'invalid_command',
        'idempotency_conflict',
        'too_many_requests',
        'too_many_queued',
        'prices_unavailable',
        'storage_full',
      ),
    },
  }
  app.post('/simulate', { schema }, async ({ user, body, headers }, reply) => {
    const { command, dialect = 'default' } = body
    const idempotencyKey = headers['idempotency-key'] ?? null
    const { taskId, simulationId } = await submit({ userId: user.id, command, dialect, idempotencyKey })
    return reply.code(202).send({ task_id: taskId, simulation_id: simulationId, status: 'queued' })
  })
}
