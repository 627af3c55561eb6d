import { z } from 'zod'

/** Text that every store and every reader can hold: no NUL and no half of a surrogate pair. */
export const storableText = z
  .string()
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'must be Unicode without NUL characters')

/** Text that shows all of what it holds: no control characters and none that only change how others look, such as reversed writing. */
export const visibleText = storableText.refine(
  (text) => !/[\p{Cc}\p{Cf}]/u.test(text),
  'must not hold control characters or invisible ones',
)
