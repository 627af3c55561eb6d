import { z } from 'zod'
import { exampleSeries } from './example-result.ts'
import { tradeSchema } from './trades.ts'

const column = z.array(z.number())
const gapped = z.array(z.number().nullable())

/** `GET /history/{simulation_id}/series`. */
export const seriesQuery = z.strictObject({
  trades: z.enum(['true', 'false']).default('true').describe('false: without trades, of which a long run has very many'),
})

/** `GET /history/{simulation_id}/series`: columns, one entry a session, for the charts. */
export const seriesSchema = z
  .object({
    dates: z.array(z.iso.date()),
    value: column.describe('money'),
    index: column.describe('1 at the first session'),
    returns: column.describe('from the second session on'),
    drawdown: column,
    cash: column.describe('money'),
    gross: column,
    net: column,
    weights: z.array(column).describe('one column a leg, in the order of legs'),
    benchmark: column.nullable(),
    benchmark_drawdown: column.nullable(),
    rolling: z
      .array(
        z.object({
          months: z.union([z.literal(6), z.literal(12)]),
          sessions: z.int().describe('entry i belongs to dates[sessions + i]'),
          sharpe: gapped,
          volatility: gapped,
          beta: gapped.nullable(),
        }),
      )
      .describe('6 and 12 months'),
    trades: z.array(tradeSchema).describe('from the first purchase on; empty where they were not asked for'),
  })
  .meta({ id: 'Series', examples: [exampleSeries] })
