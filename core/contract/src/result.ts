import { z } from 'zod'
import { diagnosticSchema } from './diagnostic.ts'
import { exampleResult } from './example-result.ts'
import { exampleHistoryItem, historyItemSchema } from './history.ts'
import { holdingsFields } from './holdings.ts'
import { measuresFields } from './measures.ts'
import { count } from './row-number.ts'
import { tearsheetSchema } from './tearsheet.ts'

const figure = z.number().nullable()

const periodSchema = z.object({
  from: z.iso.date().describe('first session'),
  to: z.iso.date(),
  sessions: count,
  requested_from: z.iso.date(),
  requested_to: z.iso.date(),
  periods_per_year: z.number(),
  start_moved_by: z.string().nullable().describe('symbol whose prices moved the start'),
  end_moved_by: z.string().nullable(),
})

const policySchema = z.object({ id: z.string(), value: z.string(), meaning: z.string(), is_default: z.boolean() })

/** A whole result without its long series: what the command line's `--json` prints. */
export const resultSchema = z
  .object({
    command: z.string().describe('canonical'),
    hash: z.string(),
    engine_version: z.string(),
    data_version: z.string(),
    data_source: z.string(),
    data_as_of: z.string(),
    status: z.enum(['ok', 'ruined']),
    period: periodSchema,
    policies: z.array(policySchema).describe('every convention of the run, resolved'),
    notes: z.array(diagnosticSchema),
    cagr: figure,
    sharpe: figure,
    max_drawdown: figure.describe('a loss, as a positive share of the high before it'),
    ...measuresFields,
    benchmark: z.object({ label: z.string(), with_dividends: z.boolean(), ...measuresFields }).nullable(),
    ...holdingsFields,
    tearsheet: tearsheetSchema,
    ruin: z.object({ date: z.iso.date(), shortfall: z.number() }).nullable(),
  })
  .meta({ id: 'Result' })

/** `GET /history/{simulation_id}`: the entry, and the whole result once there is one. */
export const historyEntrySchema = historyItemSchema
  .extend({
    canonical: z.string(),
    portfolio_value: z.record(z.iso.date(), z.number()).nullable().describe('money by session, thinned to 2,000 points'),
    result: resultSchema.nullable().describe('null until done'),
  })
  .meta({
    id: 'HistoryEntry',
    examples: [
      {
        ...exampleHistoryItem,
        canonical: exampleHistoryItem.command,
        portfolio_value: { '2020-01-02': 100_000, '2020-01-03': 98_891.4621 },
        result: exampleResult,
      },
    ],
  })
