import type { DateReading } from './date.ts'
import type { Part } from './part.ts'

/** One end of a period; null where it was meant as a date and cannot be read. */
export interface DatePart {
  part: Part
  reading: DateReading | null
}

export interface DraftPeriod {
  /** One token, or two. */
  parts: Part[]
  from: DatePart | null
  to: DatePart | null
}

/** The dates of a portfolio, as far as they have come. */
export interface Dates {
  periods: DraftPeriod[]
  /** Dates without another one beside them. */
  alone: DatePart[]
  /** The last token was a date that may begin a period. */
  pending: DatePart | null
  /** A period was given in words that are no dates. */
  isWorded: boolean
}
