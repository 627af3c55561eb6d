import { z } from 'zod'
import { simulationIdField } from './simulation-id.ts'
import { taskStatusSchema } from './task.ts'

/** `POST /report`. */
export const reportBody = z
  .strictObject({ simulation_id: simulationIdField })
  .meta({ id: 'ReportOrder', examples: [{ simulation_id: 17 }] })

/** `GET /report/{task_id}`. */
export const reportSchema = z
  .object({
    task_id: z.uuid(),
    status: taskStatusSchema,
    download_url: z.string().nullable().describe('of the workbook, once it is done'),
    expires_at: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'Report',
    examples: [
      {
        task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d',
        status: 'done',
        download_url: '/report/7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d/file',
        expires_at: '2026-01-12T09:30:00.000Z',
      },
    ],
  })

/** Content type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
