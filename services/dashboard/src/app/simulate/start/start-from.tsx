import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { followedHistoryQuery } from '../../../api/queries.ts'
import type { HistoryItem } from '../../../api/queries.ts'
import { dayAndTime, fall, signedPercent, tone } from '../../../format.ts'
import { pages } from '../../../paths.ts'
import { CommandText } from '../../../ui/command-text.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ErrorPanel, Skeleton } from '../../../ui/panel.tsx'
import { Status } from '../../../ui/status.tsx'
import { useQuietSession } from '../../use-session.ts'
import { ExampleCards } from './example-cards.tsx'
import './start.css'

const mostRuns = 5

/** The last runs; while none has succeeded, examples. */
export const StartFrom = memo(function StartFrom({ onTry }: { onTry: (command: string) => void }) {
  const state = useQuietSession()
  const isOpen = state === 'signed-in'
  const runs = useQuery({
    ...followedHistoryQuery({ status: 'all', page_size: String(mostRuns) }),
    enabled: isOpen,
  })
  if (isOpen && runs.data === undefined && runs.error !== null) {
    return (
      <section className="start">
        <ErrorPanel error={runs.error} holds="The editor works all the same." onRetry={() => void runs.refetch()} />
      </section>
    )
  }
  if (state === 'unknown' || (isOpen && runs.data === undefined)) return <RunsSkeleton />
  if (runs.data === undefined) return <ExampleCards hasRuns={false} onTry={onTry} />
  const { root: items, total, counts } = runs.data
  const hasRuns = items.length > 0
  return (
    <>
      {hasRuns && <RecentRuns items={items} total={total} />}
      {counts.done + counts.ruined === 0 && <ExampleCards hasRuns={hasRuns} onTry={onTry} />}
    </>
  )
})

function RunsSkeleton() {
  return (
    <section className="start" aria-busy="true">
      <Skeleton width={180} height={28} />
      <Skeleton className="waiting" height={320} />
    </section>
  )
}

function RecentRuns({ items, total }: { items: readonly HistoryItem[]; total: number }) {
  return (
    <section className="start" aria-labelledby="recent-head">
      <div className="bar">
        <h2 className="h2" id="recent-head">
          Recent runs
        </h2>
        <Link className="small" to={pages.runs} search={{}}>
          {total > items.length ? `All ${total} runs` : 'All runs'}
        </Link>
      </div>
      <ul className="recent">
        {items.map((item) => (
          <li key={item.id}>
            <div className="what">
              <Link to={pages.run} params={{ id: item.task_id }} className="cover">
                {item.name !== '' && <b>{item.name}</b>}
                <CommandText command={item.command} />
              </Link>
            </div>
            <Figures item={item} />
            <span className="when faint">{dayAndTime(item.created_at).day}</span>
            <Link className="iconbtn again" to={pages.simulate} search={{ cmd: item.command }} title="Open in the editor">
              <Icon name="edit" />
              <span className="sr">Open in the editor</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Figures({ item }: { item: HistoryItem }) {
  if (item.status !== 'done') return <Status state={item.status} />
  return (
    <span className="res">
      <span>
        A year<b className={tone(item.cagr)}>{signedPercent(item.cagr)}</b>
      </span>
      <span>
        Worst fall<b className="loss">{fall(item.max_drawdown)}</b>
      </span>
    </span>
  )
}
