import { useMemo } from 'react'
import type { HistoryEntry, RunResult, RunSeries } from '../../api/queries.ts'
import { capitalOf } from './chart/chart-view.ts'
import { comparedName } from './compared-name.ts'
import { Holdings } from './holdings/holdings.tsx'
import { Method } from './method/method.tsx'
import { Months } from './returns/months.tsx'
import { PrintedPages } from './print/printed-pages.tsx'
import { rangeTearsheet } from './period/range-tearsheet.ts'
import { Risk } from './risk/risk.tsx'
import { Rolling } from './returns/rolling.tsx'
import type { RunRange } from './period/run-range.ts'
import type { TearsheetView } from './tearsheet-view.ts'
import { useBenchmarkName } from './use-benchmark-name.ts'

interface SectionsProps {
  run: HistoryEntry
  result: RunResult
  series: RunSeries
  range: RunRange
}

/** The tearsheet below the main chart, of the range that it shows. */
export function Sections({ run, result, series, range }: SectionsProps) {
  const { fromIndex, toIndex } = range
  const tearsheet = useMemo(
    () => rangeTearsheet({ result, series }, { fromIndex, toIndex }),
    [result, series, fromIndex, toIndex],
  )
  const name = useBenchmarkName(result)
  const benchmark = name === null ? null : comparedName(name, result)
  const { currency } = capitalOf(result)
  const view: TearsheetView = { run, result, series, range, tearsheet, benchmark, currency }
  return (
    <>
      <PrintedPages view={view} />
      <Months view={view} />
      <Rolling view={view} />
      <Risk view={view} />
      <Holdings view={view} />
      <Method view={view} />
    </>
  )
}
