import { isoDate } from '@portofino/market'
import { useState } from 'react'
import '../../../ui/heat-table.css'
import { day, monthOfYear, points, signedPercent } from '../../../format.ts'
import { ChartTable } from '../../../ui/chart/chart-table.tsx'
import { heatCap } from '../../../ui/heat-shade.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { monthsGrid, periodValue } from './months-grid.ts'
import type { MonthsKind } from './months-grid.ts'
import { MonthsTable } from './months-table.tsx'
import { RunSection } from '../run-section.tsx'
import { SectionLinks } from '../section-links.tsx'
import type { SectionTable } from '../section-links.tsx'
import { monthsSentence } from '../sentences.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { useRunView } from '../use-run-view.ts'

/** Returns of each month and year. */
export function Months({ view }: { view: TearsheetView }) {
  const { tearsheet, range, benchmark } = view
  const { view: shown, change } = useRunView()
  const [isTableOpen, setIsTableOpen] = useState(false)
  const kind: MonthsKind = benchmark === null ? 'portfolio' : (shown.months ?? 'portfolio')
  const cap = heatCap(tearsheet.months.map((month) => periodValue(month, kind)))
  const limit = kind === 'difference' ? points(cap) : signedPercent(cap)
  const onTable = (): void => setIsTableOpen(!isTableOpen)
  return (
    <RunSection
      id="returns"
      title="Month by month"
      sentence={monthsSentence(view)}
      range={range}
      isClose
      links={<SectionLinks {...{ view, isTableOpen, onTable }} csv={() => monthsCsv(view)} />}
    >
      <div className="bar">
        {benchmark !== null && (
          <Segmented
            label="Monthly returns of"
            className="flush"
            value={kind}
            segments={[
              { value: 'portfolio', label: 'Portfolio' },
              { value: 'benchmark', label: benchmark },
              { value: 'difference', label: 'Difference' },
            ]}
            onChange={(months) => change({ months: months === 'portfolio' ? undefined : months })}
          />
        )}
        <span className="scale">
          <span>{limit.replace('+', '\u2212')}</span>
          <i />
          <span>{limit}</span>
        </span>
      </div>
      <MonthsTable {...{ kind, cap, benchmark }} rows={monthsGrid(tearsheet, kind)} />
      <p className="xs muted heat-note">{partialNote(view)}</p>
      {isTableOpen && <ChartTable caption="Monthly returns as a list" {...monthRows(view)} />}
    </RunSection>
  )
}

function partialNote({ tearsheet: { months, columns }, range }: TearsheetView) {
  const subject = range.isWhole ? 'run' : 'range'
  const [first, last] = [months.at(0), months.at(-1)]
  const ends = [
    first?.partial === true ? `starts on ${day(isoDate(columns.days[0]!))}` : null,
    last?.partial === true && (months.length > 1 || first?.partial !== true)
      ? `ends on ${day(isoDate(columns.days.at(-1)!))}`
      : null,
  ].filter((end) => end !== null)
  return (
    <>
      Colors are symmetric and capped at the 95th percentile.
      {ends.length > 0 && (
        <>
          {' '}
          <svg className="i" viewBox="0 0 9 9" aria-hidden="true">
            <path d="M1 0h8v8z" />
          </svg>
          {'\u00A0'}Partial: the {subject} {ends.join(' and ')}.
        </>
      )}
    </>
  )
}

function monthRows({ tearsheet, benchmark }: TearsheetView) {
  const compared = benchmark === null ? [] : [benchmark, 'Difference']
  const rows = tearsheet.months.map((month) => [
    `${monthOfYear(month.year, month.month!)}${month.partial ? ' (partial)' : ''}`,
    signedPercent(month.return),
    ...(benchmark === null ? [] : [signedPercent(month.benchmarkReturn), points(periodValue(month, 'difference'))]),
  ])
  return { head: ['Month', 'Portfolio', ...compared], rows }
}

function monthsCsv({ tearsheet }: TearsheetView): SectionTable {
  return {
    name: 'months',
    head: ['year', 'month', 'from', 'to', 'return', 'benchmark_return', 'partial'],
    rows: [...tearsheet.months, ...tearsheet.years].map((period) => {
      const { year, month, from, to, partial } = period
      return [year, month, isoDate(from), isoDate(to), period.return, period.benchmarkReturn, partial]
    }),
  }
}
