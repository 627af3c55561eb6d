import { Link } from '@tanstack/react-router'
import type { TradesPage } from '../../../api/queries.ts'
import { count, counted } from '../../../format.ts'
import { pages, runSearch } from '../../../paths.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { pageSpan } from '../../../ui/page-span.ts'
import { Pager } from '../../../ui/pager.tsx'
import { ErrorPanel, Skeleton } from '../../../ui/panel.tsx'
import type { TearsheetView } from '../tearsheet-view.ts'
import { useRunView } from '../use-run-view.ts'
import { TradesTable } from './trades-table.tsx'
import './trades.css'
import { useTrades } from './use-trades.ts'

/** What was bought and sold, oldest first, in pages. */
export function Trades({ view }: { view: TearsheetView }) {
  const { data, error, refetch, isStale } = useTrades(view)
  return (
    <div>
      <h3 className="sub">
        Trades
        {data !== undefined && (
          <span>
            {counted(data.total, 'trade')}
            {view.range.isWhole ? '' : ' in the range'}
          </span>
        )}
      </h3>
      {data === undefined && error !== null && (
        <ErrorPanel error={error} holds="All other figures hold." onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingTrades />}
      {data !== undefined && (
        <div className={isStale ? 'stale' : undefined} aria-busy={isStale}>
          <Shown page={data} view={view} />
        </div>
      )}
    </div>
  )
}

function LoadingTrades() {
  return (
    <div className="loading-trades" role="status" aria-busy="true" aria-label="Loading the trades">
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} height={20} />
      ))}
    </div>
  )
}

function Shown({ page, view: { result, currency, range } }: { page: TradesPage; view: TearsheetView }) {
  if (page.total === 0) return <NoTrades label={range.label} isWhole={range.isWhole} />
  if (page.root.length === 0) return <BeyondTheEnd page={page} />
  const { first, last, pages: many } = pageSpan(page)
  const span = `${count(first)} to ${count(last)} of ${count(page.total)}`
  return (
    <>
      <TradesTable key={`${page.page} ${page.root[0]!.date}`} trades={page.root} {...{ result, currency }} />
      <p className="sr" role="status">
        {many > 1 && `Trades ${span}`}
      </p>
      {many > 1 && (
        <>
          <Pager label="Pages of trades" page={page} link={pageLink} />
          <p className="muted print-note">Trades {span}; the JSON file has all.</p>
        </>
      )}
    </>
  )
}

function NoTrades({ label, isWhole }: { label: string; isWhole: boolean }) {
  const { change } = useRunView()
  return (
    <p className="muted none">
      Nothing was bought or sold {isWhole ? 'in this run' : `from ${label}`}.{' '}
      {!isWhole && (
        <button type="button" className="textlink" onClick={() => change({ range: undefined })}>
          Show the whole run
        </button>
      )}
    </p>
  )
}

function BeyondTheEnd({ page }: { page: TradesPage }) {
  const { pages: last } = pageSpan(page)
  return (
    <p className="muted none">
      There is no page {count(page.page)} of trades; the last one is page {count(last)}. {pageLink(last, 'Show the last page')}
    </p>
  )
}

function pageLink(page: number, words: string) {
  return (
    <Link
      className={buttonClass({ size: 'sm' })}
      from={pages.run}
      to={pages.run}
      params={(same) => same}
      search={(before) => runSearch({ ...before, trades: page })}
      hash
      resetScroll={false}
    >
      {words}
    </Link>
  )
}
