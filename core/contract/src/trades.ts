import { z } from 'zod'
import { decimal } from './decimal.ts'
import { exampleSeries } from './example-result.ts'
import { count } from './row-number.ts'

export const tradeSchema = z.object({
  date: z.iso.date(),
  leg: z.int().describe('position in legs'),
  units: z.number(),
  price: z.number(),
  value: z.number(),
  cost: z.number(),
})

/** `GET /history/{simulation_id}/trades`. */
export const tradesQuery = z.strictObject({
  page: decimal({ low: 1, high: 1_000_000 }).default(1),
  page_size: decimal({ low: 1, high: 100 }).default(100),
  from: z.iso.date().exactOptional().describe('traded on this day or later'),
  to: z.iso.date().exactOptional().describe('traded on this day or before'),
})

export const tradesPageSchema = z
  .object({
    total: count.describe('trades that fit, on all pages'),
    page: z.int().min(1),
    page_size: z.int().min(1),
    root: z.array(tradeSchema).describe('the trades of this page, oldest first'),
  })
  .meta({ id: 'TradesPage', examples: [{ total: 1, page: 1, page_size: 100, root: exampleSeries.trades }] })
