import { formulaSymbols } from '@portofino/metrics'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { definitionsQuery } from '../../../api/queries.ts'
import { ErrorPanel, Skeleton } from '../../../ui/panel.tsx'
import '../../../ui/status.css'
import { Segmented } from '../../../ui/segmented.tsx'
import { Measures } from './measures.tsx'
import { Provenance } from './provenance.tsx'
import { RunSection } from '../run-section.tsx'
import { SectionLinks } from '../section-links.tsx'
import type { TearsheetView } from '../tearsheet-view.ts'

/** Every figure with its formula, every convention, and where the numbers come from. */
export function Method({ view }: { view: TearsheetView }) {
  const { data, error, refetch } = useQuery(definitionsQuery)
  const [told, setTold] = useState<'formula' | 'meaning'>('formula')
  const {
    result,
    series: { dates },
  } = view
  return (
    <RunSection
      id="method"
      title="Method"
      folds
      sentence="Every figure of the whole run with its formula. V is the index from 1, r its returns, x returns above the risk-free rate, b the benchmark's."
      links={
        <SectionLinks
          view={{ run: view.run, range: { from: dates[0]!, to: dates.at(-1)! } }}
          csv={() => ({
            name: 'metrics',
            head: ['id', 'value', 'reason', 'benchmark'],
            rows: Object.entries(result.metrics).map(([id, value]) => [
              id,
              value,
              result.metric_reasons[id] ?? null,
              result.benchmark?.metrics[id] ?? null,
            ]),
          })}
        />
      }
    >
      <div className="bar">
        <Segmented
          label="Below each figure"
          className="flush"
          value={told}
          segments={[
            { value: 'formula', label: 'Formulas' },
            { value: 'meaning', label: 'In plain words' },
          ]}
          onChange={setTold}
        />
      </div>
      {error !== null && <ErrorPanel error={error} holds="The figures above still hold." onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={640} />}
      {data !== undefined && <Measures {...{ result, told }} benchmark={view.benchmark} definitions={data} />}
      {told === 'formula' && <Letters />}
      <Provenance result={result} />
    </RunSection>
  )
}

function Letters() {
  return (
    <p className="xs muted letters">
      {formulaSymbols.map(({ symbol, meaning }, i) => (
        <span key={symbol}>
          <b>{symbol}</b> {meaning}
          {i < formulaSymbols.length - 1 ? '; ' : '.'}
        </span>
      ))}
    </p>
  )
}
