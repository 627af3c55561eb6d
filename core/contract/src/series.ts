import { z } from 'zod'
import { exampleSeries } from './example-result.ts'

const column = z.array(z.number())
const gapped = z.array(z.number().nullable())

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
    trades: z
      .array(
        z.object({
          date: z.iso.date(),
          leg: z.int().describe('position in legs'),
          units: z.number(),
          price: z.number(),
          value: z.number(),
          cost: z.number(),
        }),
      )
      .describe('from the first purchase on'),
  })
  .meta({ id: 'Series', examples: [exampleSeries] })
