import { useState } from 'react'
import { Allocation } from './allocation.tsx'
import { Contribution } from './contribution.tsx'
import { Exposure } from './exposure.tsx'
import { Section } from '../section.tsx'
import { SectionLinks } from '../section-links.tsx'
import type { SectionTable } from '../section-links.tsx'
import { holdingsSentence } from '../sentences.ts'
import type { TearsheetView } from '../tearsheet-view.ts'
import { Trades } from './trades.tsx'
import { useLaterTrades } from './use-trades.ts'

/** What was held, what each part brought, and what was traded. */
export function Holdings({ view }: { view: TearsheetView }) {
  const [isTableOpen, setIsTableOpen] = useState(false)
  const laterTrades = useLaterTrades(view)
  const onTable = (): void => setIsTableOpen(!isTableOpen)
  return (
    <Section
      id="holdings"
      title="Holdings"
      folds
      sentence={holdingsSentence(view, laterTrades)}
      links={<SectionLinks {...{ view, isTableOpen, onTable }} csv={() => holdingsCsv(view)} />}
    >
      <Allocation {...{ view, isTableOpen, onTable }} />
      <Exposure {...{ view, isTableOpen, onTable }} />
      <Contribution view={view} />
      <Trades view={view} />
    </Section>
  )
}

function holdingsCsv({ result, series, range }: TearsheetView): SectionTable {
  const names = result.legs.map(({ symbol }) => symbol ?? '$CASH')
  const { dates, value, cash, gross, net, weights } = series
  return {
    name: 'holdings',
    head: ['date', 'value', 'cash', 'gross', 'net', ...names.map((name) => `weight_${name}`)],
    rows: dates
      .map((date, i) => [date, value[i]!, cash[i]!, gross[i]!, net[i]!, ...weights.map((column) => column[i]!)])
      .slice(range.fromIndex, range.toIndex + 1),
  }
}
