import { z } from 'zod'

const contributions = {
  partial: z.boolean(),
  contributions: z.array(z.number()).describe('in the order of rows'),
  total: z.number(),
}

const leg = z.object({
  symbol: z.string().nullable().describe('null for $CASH'),
  name: z.string(),
  side: z.enum(['L', 'S']),
  target: z.number(),
  first_weight: z.number(),
  last_weight: z.number(),
  min_weight: z.number(),
  max_weight: z.number(),
  mean_weight: z.number(),
  own_return: z.number().nullable(),
})

/** What was held, and what each part earned. */
export const holdingsFields = {
  legs: z.array(leg),
  attribution: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(['leg', 'interest', 'costs', 'shortfall']),
        leg: z.int().nullable().describe('position in legs'),
        label: z.string(),
        contribution: z.number(),
      }),
    ),
    years: z.array(z.object({ year: z.int(), ...contributions })),
    months: z.array(z.object({ year: z.int(), month: z.int(), ...contributions })),
  }),
}
