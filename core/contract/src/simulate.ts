import { z } from 'zod'
import { rowNumber } from './row-number.ts'
import { storableText } from './text.ts'

export const exampleCommand = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'

const command = storableText.describe('the portfolio in one line: TICKER-SIDE-WEIGHT …, the period, then options').meta({
  examples: [exampleCommand],
})

/** `POST /simulate`. */
export const simulateBody = z
  .strictObject({
    command,
    dialect: z.enum(['default', 'legacy']).exactOptional().describe('legacy: exactly the rules of the original system'),
  })
  .meta({ id: 'Command', examples: [{ command: exampleCommand }] })

/** A repeated request with the same key gets the answer of the first and runs nothing. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7E]{1,255}$/, 'must be 1 to 255 visible ASCII characters')
    .exactOptional()
    .describe('any text of yours, unique per request'),
})

const taskId = z.uuid()

export const simulateAccepted = z
  .object({
    task_id: taskId,
    simulation_id: rowNumber.describe('number of the run; paths and POST /report take it or the task_id'),
    status: z.literal('queued'),
  })
  .meta({ id: 'Accepted', examples: [{ task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d', simulation_id: 17, status: 'queued' }] })

/** What a task's acceptance says: `POST /report`, `POST /tasks/{task_id}/cancel`. */
export const taskAccepted = z
  .object({ task_id: taskId, status: z.enum(['queued', 'running', 'done', 'failed', 'canceled']) })
  .meta({ id: 'TaskAccepted', examples: [{ task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d', status: 'queued' }] })
