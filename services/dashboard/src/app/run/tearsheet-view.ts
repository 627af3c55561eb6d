import type { HistoryEntry, RunResult, RunSeries } from '../../api/queries.ts'
import type { RangeTearsheet } from './period/range-tearsheet.ts'
import type { RunRange } from './period/run-range.ts'

/** All that the sections of a run are made of. */
export interface TearsheetView {
  run: Pick<HistoryEntry, 'id'>
  result: RunResult
  series: RunSeries
  range: RunRange
  tearsheet: RangeTearsheet
  /** As people call it, and whether it lacks dividends; null without a benchmark. */
  benchmark: string | null
  currency: string
}
