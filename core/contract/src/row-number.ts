import { z } from 'zod'

/** The number of a row, as the tables count them. */
export const rowNumber = z
  .int()
  .min(1)
  .max(2 ** 31 - 1)

/** How many of something. */
export const count = z.int().min(0)
