import { useSearch } from '@tanstack/react-router'
import { Link } from '@tanstack/react-router'
import { count, counted } from '../../format.ts'
import { pages } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Banner, ErrorPanel } from '../../ui/panel.tsx'
import '../../ui/screen-head.css'
import { Screen } from '../shell/screen.tsx'
import { told } from '../../problems.ts'
import { EmptyRuns, NoMatch } from './empty-runs.tsx'
import { Filters } from './filters.tsx'
import { isFiltered } from './list-request.ts'
import { LoadingRuns } from './loading-runs.tsx'
import { RunList } from './run-list.tsx'
import './runs.css'
import { statusTotal } from './list-request.ts'
import { UndoBar } from './undo-bar.tsx'
import { useDeletion } from './use-deletion.ts'
import { useRunChanges } from './use-run-changes.ts'
import { useRuns } from './use-runs.ts'

/** Every run of the account: searched, filtered, sorted; named, tagged, deleted. */
export function RunsScreen() {
  const search = useSearch({ from: pages.runs })
  const runs = useRuns(search)
  const changes = useRunChanges()
  const deletion = useDeletion(changes)
  const { data, error } = runs
  const all = data === undefined ? null : statusTotal(data.counts)
  const isEmpty = all === 0 && !isFiltered(search)
  return (
    <Screen title="Runs">
      <header className="title">
        <h1 className="h1" tabIndex={-1}>
          Runs
        </h1>
        {all !== null && (
          <span className="muted" aria-label={counted(all, 'run')}>
            {count(all)}
          </span>
        )}
        <Link className={buttonClass({ look: 'primary' })} to={pages.simulate} search={{}}>
          New run
        </Link>
      </header>
      {!isEmpty && <Filters search={search} counts={data?.counts} />}
      {error !== null && data !== undefined && (
        <Banner icon="warning">
          This list is as of {runs.asOf}: {told(error).detail}{' '}
          <button type="button" className="link" onClick={() => void runs.refetch()}>
            Retry
          </button>
        </Banner>
      )}
      {error !== null && data === undefined && (
        <ErrorPanel error={error} holds="Your runs are safe on the server." onRetry={() => void runs.refetch()} />
      )}
      {error === null && data === undefined && <LoadingRuns />}
      {isEmpty && <EmptyRuns />}
      {data?.total === 0 && !isEmpty && <NoMatch search={search} />}
      {data !== undefined && data.total > 0 && (
        <RunList page={data} search={search} isStale={runs.isStale} changes={changes} onRemove={deletion.remove} />
      )}
      <UndoBar deletion={deletion} />
    </Screen>
  )
}
