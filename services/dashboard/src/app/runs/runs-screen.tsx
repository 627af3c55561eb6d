import { Link, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { count, counted } from '../../format.ts'
import { pages } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import '../../ui/screen-head.css'
import { Screen } from '../shell/screen.tsx'
import { Filters } from './filters.tsx'
import { isFiltered, statusTotal } from './list-request.ts'
import { RunsPanel } from './runs-panel.tsx'
import './runs.css'
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
  const heading = useRef<HTMLHeadingElement>(null)
  const seen = useRef(deletion.deleted)
  useEffect(() => {
    const hasChanged = seen.current !== deletion.deleted
    seen.current = deletion.deleted
    // What had the focus went with the runs, or with the way to undo that.
    if (hasChanged && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [deletion.deleted])
  const counts = runs.data?.counts
  const total = counts === undefined ? null : statusTotal(counts)
  const isEmpty = total === 0 && !isFiltered(search)
  return (
    <Screen name="runs" title="Runs">
      <header className="title">
        <h1 className="h1" tabIndex={-1} ref={heading}>
          Runs
        </h1>
        {total !== null && (
          <span className="muted">
            {count(total)} <span className="sr">{counted(total, 'run').replace(/^\S+ /, '')}</span>
          </span>
        )}
        <Link className={buttonClass({ look: 'primary' })} to={pages.simulate} search={{}}>
          New run
        </Link>
      </header>
      {!isEmpty && <Filters search={search} counts={counts} />}
      <RunsPanel runs={runs} search={search} isEmpty={isEmpty} changes={changes} onRemove={deletion.remove} />
      <UndoBar deletion={deletion} />
    </Screen>
  )
}
