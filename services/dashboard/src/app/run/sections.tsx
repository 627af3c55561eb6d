import type { RunResult, RunSeries } from '../../api/queries.ts'
import type { RunRange } from './run-range.ts'

export interface SectionsProps {
  result: RunResult
  series: RunSeries
  /** The part of the run that the page shows. */
  range: RunRange
}

/** What follows the main chart. */
export function Sections(_sections: SectionsProps) {
  return null
}
