import { z } from 'zod'

/** Text that every store and every reader can hold: no NUL and no half of a surrogate pair. */
export const storableText = z
  .string()
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'must be Unicode without NUL characters')
