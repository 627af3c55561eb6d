import { isoDate } from '@portofino/market'
import { useState } from 'react'
import { Correlation } from './correlation.tsx'
import { Crises } from './crises.tsx'
import { DayFigures } from './day-figures-table.tsx'
import { Distribution } from './distribution.tsx'
import { Extremes } from './extremes.tsx'
import { Falls } from './falls.tsx'
import { Section } from '../section.tsx'
import { SectionLinks } from '../section-links.tsx'
import type { SectionTable } from '../section-links.tsx'
import { riskSentence } from '../sentences.ts'
import type { TearsheetView } from '../tearsheet-view.ts'

/** How deep it fell, how single days went, what moves together. */
export function Risk({ view }: { view: TearsheetView }) {
  const [isTableOpen, setIsTableOpen] = useState(false)
  const onTable = (): void => setIsTableOpen(!isTableOpen)
  const isWide = view.result.tearsheet.correlation.labels.length > 6
  return (
    <Section
      id="risk"
      title="Risk"
      folds
      sentence={riskSentence(view)}
      range={view.range}
      links={<SectionLinks {...{ view, isTableOpen, onTable }} csv={() => fallsCsv(view)} />}
    >
      <Falls view={view} />
      <div className="cols2">
        <Distribution {...{ view, isTableOpen, onTable }} />
        <DayFigures view={view} />
      </div>
      <Extremes view={view} />
      <div className={isWide ? 'rows2' : 'cols2'}>
        <Correlation view={view} />
        <Crises view={view} />
      </div>
    </Section>
  )
}

function fallsCsv({ tearsheet }: TearsheetView): SectionTable {
  return {
    name: 'drawdowns',
    head: ['peak', 'trough', 'recovery', 'depth', 'calendar_days', 'sessions', 'days_to_trough'],
    rows: tearsheet.drawdowns.map(({ peak, trough, recovery, depth, calendarDays, sessions, daysToTrough }) => [
      isoDate(peak),
      isoDate(trough),
      recovery === null ? null : isoDate(recovery),
      depth,
      calendarDays,
      sessions,
      daysToTrough,
    ]),
  }
}
