import { useRef, useState } from 'react'
import type { HistoryItem, HistoryPage } from '../../api/queries.ts'
import { useListKeys } from '../../keys/use-list-keys.ts'
import type { RunsSearch } from '../../paths.ts'
import { phones, useMedia } from '../../ui/use-media.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { RunCards } from './run-cards.tsx'
import type { RunActions } from './run-menu.tsx'
import { RunsPager } from './runs-pager.tsx'
import { RunsTable } from './runs-table.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TagDialog } from './tag-dialog.tsx'
import type { RunChanges } from './use-run-changes.ts'
import { useSelection } from './use-selection.ts'

export interface RunListProps {
  page: HistoryPage
  search: RunsSearch
  isStale: boolean
  changes: RunChanges
  onRemove: (runs: readonly HistoryItem[]) => void
}

type Asked = { kind: 'name' | 'tags'; runs: readonly HistoryItem[] } | null

/** The runs of a page, and what can be done with them. */
export function RunList({ page, search, isStale, changes, onRemove }: RunListProps) {
  const list = useRef<HTMLDivElement>(null)
  const selection = useSelection()
  const [asked, setAsked] = useState<Asked>(null)
  const isPhone = useMedia(phones)
  useListKeys(list, (id) => {
    const run = page.root.find((each) => String(each.id) === id)
    if (run !== undefined) selection.toggle(run)
  })
  const actions: RunActions = {
    rename: (run) => setAsked({ kind: 'name', runs: [run] }),
    tag: (runs) => setAsked({ kind: 'tags', runs }),
    remove: (runs) => {
      selection.clear()
      onRemove(runs)
    },
  }
  const close = (): void => setAsked(null)
  const chosen = Array.from(selection.selected.values())
  return (
    <div ref={list} className={isStale ? 'stale' : undefined} aria-busy={isStale}>
      {isPhone ? (
        <RunCards runs={page.root} actions={actions} />
      ) : (
        <RunsTable runs={page.root} search={search} selection={selection} actions={actions} />
      )}
      {chosen.length > 0 && <SelectionBar runs={chosen} actions={actions} onClear={selection.clear} />}
      <RunsPager page={page} />
      {asked?.kind === 'name' && <RenameDialog run={asked.runs[0]!} changes={changes} onClose={close} />}
      {asked?.kind === 'tags' && <TagDialog runs={asked.runs} changes={changes} onClose={close} />}
    </div>
  )
}
