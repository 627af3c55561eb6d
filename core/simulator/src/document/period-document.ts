import { isoDate } from '@portofino/market'
import type { RunPeriod } from '../result.ts'

/** Dates are ISO 8601. */
export interface PeriodDocument {
  from: string
  to: string
  sessions: number
  requested_from: string
  requested_to: string
  /** Sessions a year, A. */
  periods_per_year: number
  /** The symbol whose prices moved the start or the end. */
  start_moved_by: string | null
  end_moved_by: string | null
}

export function periodDocument(period: RunPeriod): PeriodDocument {
  return {
    from: isoDate(period.from),
    to: isoDate(period.to),
    sessions: period.sessions,
    requested_from: isoDate(period.requestedFrom),
    requested_to: isoDate(period.requestedTo),
    periods_per_year: period.periodsPerYear,
    start_moved_by: period.startMovedBy,
    end_moved_by: period.endMovedBy,
  }
}
