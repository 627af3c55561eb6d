import { z } from 'zod'
import { decimal } from './decimal.ts'
import { diagnosticSchema } from './diagnostic.ts'
import { count, rowNumber } from './row-number.ts'
import { taskErrorCodes } from './task-error-code.ts'
import { taskStatuses } from './task-protocol.ts'

export const taskStatusSchema = z.enum(taskStatuses)

const codeMeanings = Object.entries(taskErrorCodes).map(([code, meaning]) => `${code}: ${meaning}`)

const taskError = z.object({
  code: z.enum(Object.keys(taskErrorCodes)).describe(codeMeanings.join('; ')),
  detail: z.string(),
  diagnostics: z.array(diagnosticSchema).exactOptional(),
})

/** What a socket says of a task, and what polling shows: `seq` counts from 1 without gaps. */
export const taskMessageSchema = z
  .object({
    task_id: z.uuid(),
    user_id: rowNumber,
    seq: z.int().min(0).describe('0 only before the first event'),
    status: taskStatusSchema,
    step: z.string().exactOptional().describe('what is being done'),
    done: z.number().exactOptional().describe('of total'),
    total: z.number().exactOptional(),
    percent: z.number().exactOptional(),
    position: count.exactOptional().describe('how many tasks wait before this one'),
    data: z
      .record(z.string(), z.unknown())
      .exactOptional()
      .describe('with done: the headline figures, and portfolio_value, money by session thinned to 2,000 points'),
    simulation_id: rowNumber.exactOptional(),
    download_url: z.string().exactOptional(),
    error: taskError.exactOptional().describe('with failed'),
  })
  .meta({
    id: 'TaskMessage',
    examples: [
      {
        task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d',
        user_id: 1,
        seq: 3,
        status: 'done',
        simulation_id: 17,
        data: {
          cagr: 0.17227935,
          sharpe: 0.63555856,
          max_drawdown: 0.30252672,
          portfolio_value: { '2020-01-02': 100_000, '2020-01-03': 98_891.4621 },
        },
      },
    ],
  })

export type TaskMessage = z.infer<typeof taskMessageSchema>

/** Sent every 15 s, so that both ends know that the other lives. */
export const heartbeatSchema = z.object({ heartbeat: z.literal(true), seq: z.int().min(0) })

/** `?after=SEQ`: only what came later. */
export const afterQuery = z.strictObject({
  after: decimal({ low: 0, high: 999_999_999 }).exactOptional().describe('only events with a higher seq'),
})

/** `GET /tasks/{task_id}`. */
export const taskSchema = z
  .object({ status: taskStatusSchema, seq: z.int().min(0).describe('of the latest event'), events: z.array(taskMessageSchema) })
  .meta({
    id: 'Task',
    examples: [
      {
        status: 'running',
        seq: 2,
        events: [
          { task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d', user_id: 1, seq: 1, status: 'queued' },
          { task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d', user_id: 1, seq: 2, status: 'running', step: 'prices' },
        ],
      },
    ],
  })
