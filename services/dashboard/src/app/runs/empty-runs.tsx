import { Link } from '@tanstack/react-router'
import type { RunsSearch } from '../../paths.ts'
import { pages } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { CommandText } from '../../ui/command-text.tsx'
import { EmptyPanel } from '../../ui/panel.tsx'

const examples = [
  { title: 'Buy and hold', command: 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01' },
  { title: 'Long and short', command: 'AAPL-L-50% MSFT-S-50% 2020-01-01 2023-01-01' },
  { title: 'Rebalanced for decades', command: 'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 2000-01-01 2022-12-28 rebalance=yearly' },
] as const

/** Nobody has run anything yet: three ways to begin. */
export function EmptyRuns() {
  return (
    <EmptyPanel
      icon="runs"
      title="No runs yet"
      action={
        <ul className="first-runs">
          {examples.map(({ title, command }) => (
            <li key={command}>
              <Link to={pages.simulate} search={{ cmd: command }}>
                <b>{title}</b>
                <CommandText command={command} />
              </Link>
            </li>
          ))}
        </ul>
      }
    >
      Each simulation that you start is kept here with its command. Begin with one of these, or with your own.
    </EmptyPanel>
  )
}

/** Filters that no run passes. */
export function NoMatch({ search: { q } }: { search: RunsSearch }) {
  return (
    <EmptyPanel
      icon="search"
      title={q === undefined ? 'No run is like that' : `No run matches “${q}”`}
      action={
        <Link className={buttonClass({})} to={pages.runs} search={({ sort }: RunsSearch) => (sort === undefined ? {} : { sort })}>
          Clear filters
        </Link>
      }
    >
      {q === undefined ? 'None has all that you filter by.' : 'Names and commands of your runs were searched.'}
    </EmptyPanel>
  )
}
