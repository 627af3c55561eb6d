import { z } from 'zod'

const figure = z.number().nullable()

/** Every measure by id; `GET /definitions` explains them. */
export const measuresFields = {
  metrics: z.record(z.string(), figure),
  metric_reasons: z.record(z.string(), z.string()).describe('why a measure is null'),
  metric_flags: z.record(z.string(), z.literal('short')).describe('short: a yearly rate from less than 365 days'),
}
