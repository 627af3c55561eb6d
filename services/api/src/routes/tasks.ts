import { afterQuery, taskAccepted, taskIdParameter, uuidReference, taskSchema } from '@portofino/contract'
import type { TaskMessage, TaskStatus } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'
import { Problem } from '../problem.ts'

export interface TaskOwner {
  userId: number
  taskId: string
}

export interface TaskDependencies {
  /** In order, those with a higher seq, and how the task stands; null when there is no such task of this user. */
  events: (owner: TaskOwner, after: number) => Promise<{ status: TaskStatus; seq: number; events: TaskMessage[] } | null>
  /** `finished` when it was over already; null when there is no such task of this user. */
  cancel: (owner: TaskOwner) => Promise<'canceled' | 'finished' | null>
}

export const taskRoutes: FastifyPluginAsyncZod<TaskDependencies> = async (app, { events, cancel }) => {
  const look = {
    ...signedIn,
    summary: 'What the socket of a task says, by polling',
    description:
      'All events after `after`, and how the task stands now. For clients that cannot keep a socket open; once a second is often enough.',
    tags: ['simulation'],
    params: taskIdParameter,
    querystring: afterQuery,
    response: { 200: taskSchema, ...refusals(...signInRefusals, 'not_found') },
  }
  app.get('/tasks/:task_id', { schema: look }, async ({ user, params, query }) => {
    const owner = ownedTask(user.id, params.task_id)
    const task = await events(owner, query.after ?? 0)
    if (task === null) throw unknownTask(params.task_id)
    return task
  })

  const cancellation = {
    ...signedIn,
    summary: 'Cancel a task that waits or runs',
    description: 'A waiting task is canceled at once, a running one within a second. What has finished stays: 409.',
    tags: ['simulation'],
    params: taskIdParameter,
    response: { 202: taskAccepted, ...refusals(...signInRefusals, 'not_found', 'task_finished') },
  }
  app.post('/tasks/:task_id/cancel', { schema: cancellation }, async ({ user, params }, reply) => {
    const owner = ownedTask(user.id, params.task_id)
    const outcome = await cancel(owner)
    if (outcome === null) throw unknownTask(params.task_id)
    if (outcome === 'finished')
      throw new Problem('task_finished', { detail: 'The task has finished; there is nothing to cancel.' })
    return reply.code(202).send({ task_id: owner.taskId, status: 'canceled' })
  })
}

function ownedTask(userId: number, text: string): TaskOwner {
  const taskId = uuidReference(text)
  if (taskId === null) throw unknownTask(text)
  return { userId, taskId }
}

function unknownTask(text: string): Problem {
  return new Problem('not_found', { detail: `There is no task ${text.slice(0, 64)} of yours.` })
}
