import { z } from 'zod'
import { decimal } from './decimal.ts'
import { count, rowNumber } from './row-number.ts'
import { taskStatusSchema } from './task.ts'
import { storableText } from './text.ts'

const tag = storableText.min(1).max(40)
const outcome = z.enum(['ok', 'ruined'])

export const historySorts = [
  '-created_at',
  'created_at',
  'name',
  '-name',
  'cagr',
  '-cagr',
  'sharpe',
  '-sharpe',
  'max_drawdown',
  '-max_drawdown',
  'total_return',
  '-total_return',
] as const

/** `GET /history/`. */
export const historyQuery = z.strictObject({
  page: decimal({ low: 1, high: 1_000_000 }).default(1),
  page_size: decimal({ low: 1, high: 100 }).default(20),
  status: z.enum([...taskStatusSchema.options, 'all']).default('done'),
  outcome: outcome.exactOptional().describe('only done runs that ended like this'),
  q: storableText.max(200).exactOptional().describe('part of the command or the name, in any case'),
  tag: tag.exactOptional(),
  from: z.iso.date().exactOptional().describe('created on this day or later'),
  to: z.iso.date().exactOptional().describe('created on this day or before'),
  spark: z.enum(['true', 'false']).default('false').describe('true: each run with its spark'),
  sort: z.enum(historySorts).default('-created_at').describe('a minus sorts downwards'),
})

export const exampleHistoryItem = {
  id: 17,
  task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d',
  user_id: 1,
  command: 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01',
  cagr: 0.17227935,
  sharpe: 0.63555856,
  max_drawdown: 0.30252672,
  total_return: 0.607665174,
  created_at: '2026-01-05T09:30:00.000Z',
  finished_at: '2026-01-05T09:30:00.012Z',
  status: 'done' as const,
  name: 'Two giants',
  tags: ['tech'],
  period: { from: '2020-01-02', to: '2022-12-28' },
  outcome: 'ok' as const,
  progress: null,
  spark: [100, 98.89, 121.4, 160.8],
  error: null,
}

/** One run in a list: the original's fields, then ours. */
export const historyItemSchema = z
  .object({
    id: rowNumber.describe('paths and POST /report take it or the task_id'),
    task_id: z.uuid(),
    user_id: rowNumber,
    command: z.string(),
    cagr: z.number().nullable(),
    sharpe: z.number().nullable(),
    max_drawdown: z.number().nullable().describe('a loss, as a positive share of the high before it'),
    total_return: z.number().nullable(),
    created_at: z.iso.datetime(),
    finished_at: z.iso.datetime().nullable(),
    status: taskStatusSchema,
    name: z.string(),
    tags: z.array(z.string()),
    period: z.object({ from: z.string(), to: z.string() }).nullable().describe('first and last session; null until known'),
    outcome: outcome.nullable().describe('how a done run ended; ruined: nothing was left'),
    progress: z.number().min(0).max(100).nullable().describe('percent of a run that is running'),
    spark: z
      .array(z.number())
      .nullable()
      .exactOptional()
      .describe(
        'money by session as an index from 100, at most 60 points, first and last among them; null until done; lists must be asked',
      ),
    error: z.record(z.string(), z.unknown()).nullable().describe('why a failed run failed: code, detail, diagnostics'),
  })
  .meta({ id: 'HistoryItem', examples: [exampleHistoryItem] })

export type HistoryItem = z.infer<typeof historyItemSchema>

const countsSchema = z
  .object({
    queued: count,
    running: count,
    done: count,
    ruined: count.describe('of those that are done'),
    failed: count,
    canceled: count,
  })
  .describe('runs that fit whatever their status and outcome')

export const historyPageSchema = z
  .object({
    total: count.describe('runs that fit, on all pages'),
    counts: countsSchema,
    page: z.int().min(1),
    page_size: z.int().min(1),
    root: z.array(historyItemSchema).describe('the runs of this page; the name is that of the original'),
  })
  .meta({
    id: 'HistoryPage',
    examples: [
      {
        total: 1,
        counts: { queued: 0, running: 0, done: 1, ruined: 0, failed: 0, canceled: 0 },
        page: 1,
        page_size: 20,
        root: [exampleHistoryItem],
      },
    ],
  })

/** `PATCH /history/{simulation_id}`: what is left out stays. */
export const historyPatch = z
  .strictObject({
    name: storableText.max(200).exactOptional(),
    tags: z.array(tag).max(20).exactOptional().describe('replaces all'),
  })
  .meta({ id: 'HistoryChange', examples: [{ name: 'Two giants', tags: ['tech'] }] })
