import type { HistoryItem } from '../../api/queries.ts'
import type { RunsSearch } from '../../paths.ts'
import { told } from '../../problems.ts'
import { Banner, ErrorPanel } from '../../ui/panel.tsx'
import { EmptyRuns, NoMatch } from './empty-runs.tsx'
import { LoadingRuns } from './loading-runs.tsx'
import { RunList } from './run-list.tsx'
import type { RunChanges } from './use-run-changes.ts'
import type { useRuns } from './use-runs.ts'

interface RunsPanelProps {
  runs: ReturnType<typeof useRuns>
  search: RunsSearch
  isEmpty: boolean
  changes: RunChanges
  onRemove: (runs: readonly HistoryItem[]) => void
}

/** The list in each of its states. What was read once stays in sight when it cannot be read again. */
export function RunsPanel({ runs, isEmpty, ...rest }: RunsPanelProps) {
  const { data, error, refetch } = runs
  const retry = (): void => void refetch()
  if (data === undefined) {
    return error === null ? (
      <LoadingRuns />
    ) : (
      <ErrorPanel error={error} holds="Your runs are safe on the server." onRetry={retry} />
    )
  }
  return (
    <>
      {error !== null && (
        <Banner icon="warning">
          This list is as of {runs.asOf}. {told(error).detail}{' '}
          <button type="button" className="text-button" onClick={retry}>
            Retry
          </button>
        </Banner>
      )}
      {isEmpty && <EmptyRuns />}
      {data.total === 0 && !isEmpty && <NoMatch search={rest.search} />}
      {data.total > 0 && <RunList page={data} isStale={runs.isStale || error !== null} {...rest} />}
    </>
  )
}
