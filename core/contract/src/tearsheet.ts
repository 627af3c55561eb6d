import { z } from 'zod'

const day = z.iso.date()

const periodReturn = z.object({
  year: z.int(),
  month: z.int().nullable().describe('null for a year'),
  from: day,
  to: day,
  return: z.number(),
  benchmark_return: z.number().nullable(),
  partial: z.boolean(),
})

const drawdown = z.object({
  peak: day,
  trough: day,
  recovery: day.nullable(),
  depth: z.number(),
  calendar_days: z.int(),
  sessions: z.int(),
  days_to_trough: z.int(),
})

const extremes = z.object({
  day: z.object({ date: day, return: z.number() }).nullable(),
  month: periodReturn.nullable(),
  year: periodReturn.nullable(),
})

const crisis = z.object({
  name: z.string(),
  from: day,
  to: day,
  return: z.number(),
  benchmark_return: z.number().nullable(),
  max_drawdown: z.number(),
})

/** Tables of the result page, but for the rolling columns, which go with the series. */
export const tearsheetSchema = z.object({
  months: z.array(periodReturn),
  years: z.array(periodReturn),
  drawdowns: z.array(drawdown),
  benchmark_drawdowns: z.array(drawdown).nullable(),
  best: extremes,
  worst: extremes,
  crises: z.array(crisis),
  distribution: z.object({
    edges: z.array(z.number()),
    counts: z.array(z.number()),
    mean: z.number().nullable(),
    deviation: z.number().nullable(),
  }),
  correlation: z.object({ labels: z.array(z.string()), values: z.array(z.array(z.number().nullable())) }),
})
