import { reportBody, reportSchema, taskAccepted, taskIdParameter, workbookType } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals, signedIn, signInRefusals } from '../http/refusals.ts'
import type { Reports } from '../reports/reports.ts'

export interface ReportDependencies {
  reports: Reports
}

export const reportRoutes: FastifyPluginAsyncZod<ReportDependencies> = async (app, { reports }) => {
  const order = {
    ...signedIn,
    summary: 'Make the workbook of a run',
    description: 'Follow the task on `/ws/reports/{task_id}`, or poll `GET /report/{task_id}`.',
    tags: ['reports'],
    body: reportBody,
    response: {
      202: taskAccepted,
      ...refusals(...signInRefusals, 'not_found', 'simulation_not_done', 'too_many_requests', 'too_many_queued', 'storage_full'),
    },
  }
  app.post('/report', { schema: order }, async ({ user, body }, reply) => {
    const taskId = await reports.order(user.id, String(body.simulation_id))
    return reply.code(202).send({ task_id: taskId, status: 'queued' })
  })

  const look = {
    ...signedIn,
    summary: 'Whether a workbook is ready, and where',
    description:
      '`download_url` is null until it is done and after it has expired. The report of a deleted run is 404 until the run is restored.',
    tags: ['reports'],
    params: taskIdParameter,
    response: { 200: reportSchema, ...refusals(...signInRefusals, 'not_found') },
  }
  app.get('/report/:task_id', { schema: look }, async ({ user, params }) => reports.find(user.id, params.task_id))

  const workbook = z.custom<Buffer>((value) => Buffer.isBuffer(value)).meta({ type: 'string', format: 'binary' })
  const download = {
    ...signedIn,
    summary: 'The workbook, for seven days',
    description: 'Needs the bearer, as every call does. 409 until it is done, 410 once it has expired: order it again.',
    tags: ['reports'],
    params: taskIdParameter,
    response: {
      200: { description: 'An Office Open XML workbook', content: { [workbookType]: { schema: workbook } } },
      ...refusals(...signInRefusals, 'not_found', 'report_not_ready', 'report_expired'),
    },
  }
  app.get('/report/:task_id/file', { schema: download }, async ({ user, params }, reply) => {
    const { name, bytes } = await reports.file(user.id, params.task_id)
    return reply.type(workbookType).header('content-disposition', `attachment; filename="${name}"`).send(bytes)
  })
}
